import Foundation
import Publishing

/// The program pandoc, which makes documents of word processors from pages.
///
/// It reads the page from its standard input; a blueprint names no other file, so it reads none.
/// It writes no date (SOURCE_DATE_EPOCH), and the dates of the files inside an ODT are taken away,
/// so that the same version gives the same bytes. Debian's pandoc 2.17 does not find its own files
/// with `--sandbox`, and takes the direction of writing from no page, so it is told.
struct Pandoc {
  /// Why no document was made.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let status: Int32

    var description: String {
      "pandoc ended with \(status) and made no document of \(path)\n"
        + "help: leave out --docx and --odt; the pages themselves can be printed"
    }
  }

  private let program: URL
  private let target: URL

  /// The program of the first folder of PATH that has it; nil where none has.
  init?() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let programs = folders.filter { $0.hasPrefix("/") }.map { "\($0)/pandoc" }
    guard let found = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return nil }
    program = URL(fileURLWithPath: found)
    target = FileManager.default.temporaryDirectory.appendingPathComponent(
      "peerlots-\(ProcessInfo.processInfo.processIdentifier).document")
  }

  /// The document of a page with a blueprint; nil for any other file, and where the kind is not made
  /// in the page's language.
  func document(
    _ kind: BlueprintKind, of file: PublishedFile
  ) throws -> (path: String, bytes: [UInt8])? {
    let parts = file.path.split(separator: "/")
    guard let name = parts.last, name.hasPrefix("blueprint-"), name.hasSuffix(".html"),
      let tongue = Tongue(rawValue: String(parts[0])), kind.isMade(in: tongue)
    else { return nil }
    Patience.note("making \(file.path) a document")
    defer { try? FileManager.default.removeItem(at: target) }
    let process = Process()
    // What it says is nobody's business but ours: the exit code tells what there is to tell.
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program.path, "--from=html",
      "--metadata=dir:\(tongue.isRightToLeft ? "rtl" : "ltr")", "--to=\(kind.rawValue)",
      "--output=\(target.path)", "-",
    ]
    process.environment = ["SOURCE_DATE_EPOCH": "0", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(file.text.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let data = try? Data(contentsOf: target),
      let bytes = Archive.undated(Array(data))
    else {
      throw Failure(path: file.path, status: process.terminationStatus)
    }
    return (String(file.path.dropLast("html".count)) + kind.rawValue, bytes)
  }
}
