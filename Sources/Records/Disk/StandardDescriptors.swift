import SystemPackage

/// Standard input, output and error.
public enum StandardDescriptors {
  /// Opens those that are closed, so that no other file gets their numbers: what is said to standard
  /// error would be written into it.
  ///
  /// They are opened the wrong way round, so that reading or writing is an error still. To be called
  /// before any file is opened.
  public static func open() {
    for number in CInt(0)...2 {
      let descriptor = FileDescriptor(rawValue: number)
      guard (try? descriptor.stat()) == nil else { continue }
      // The system gives the lowest number that is free, which is this one.
      _ = try? FileDescriptor.open(FilePath("/dev/null"), number == 0 ? .writeOnly : .readOnly)
    }
  }
}
