/// The commit that the source is of.
///
/// `git archive` writes it here (`.gitattributes`), and releases are built from such an archive, which
/// cannot have been changed without a trace as a clone can.
enum SourceCommit {
  private static let exported = "$Format:%H$"

  /// The hash of the commit; that it is unknown, where the source is a clone.
  static var text: String {
    exported.hasPrefix("$") ? "unknown: built from a clone, not from `git archive`" : exported
  }
}
