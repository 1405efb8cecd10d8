import Foundation

/// The arguments as the system handed them over.
enum Arguments {
  /// Ends the program where an argument is not UTF-8: Swift would read it as U+FFFD, and nobody could
  /// type the same again.
  static func refuseOthersThanUTF8() {
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = unsafe CommandLine.unsafeArgv[place],
        unsafe String(validatingCString: argument) == nil
      else { continue }
      Console.say(
        "error: argument \(place) is not UTF-8: \"\(CommandLine.arguments[place])\"\n"
          + "help: type it again where the terminal's character set is UTF-8")
      exit(EX_USAGE)
    }
  }
}
