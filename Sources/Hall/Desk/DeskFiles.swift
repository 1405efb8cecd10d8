import Foundation
import Records
import Synchronization

/// The files of the desk: what was uploaded, secrets, and what commands make, in a folder that only
/// this process's user can read.
final class DeskFiles: Sendable {
  private struct Shelf {
    var paths: [String: String] = [:]
    /// Uploads by their numbers, the oldest first, with their sizes.
    var uploads: [(number: Int, size: Int)] = []
    /// Secrets by their paths; on the disk only while a command reads them.
    var secrets: [String: String] = [:]
    var next = 1
  }

  /// The folder.
  let folder: String
  private let shelf = Mutex(Shelf())

  /// The most uploads, and the most of their bytes, so that nobody fills the disk by mistake; the
  /// oldest go.
  private static let mostFiles = 100
  private static let mostBytes = 8 * InputFile.tableLimitInBytes

  init(folder: String) { self.folder = folder }

  /// Keeps what was uploaded; nil where the disk takes no more.
  ///
  /// - Parameter name: What the file was called.
  /// - Returns: The number by which forms name it, and its path.
  func keep(_ bytes: [UInt8], as name: String) -> (number: String, path: String)? {
    let safe = String(
      name.suffix(60).map { character in
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
          ? character : "_"
      })
    return store(bytes, safe.isEmpty || safe.hasPrefix(".") ? "file" : safe)
  }

  /// The path of an upload; nil where there is none of this number.
  func path(of number: String) -> String? { shelf.withLock { $0.paths[number] } }

  /// The path that a file with a secret has while a command reads it.
  func secret(_ text: String) -> String {
    shelf.withLock { shelf in
      let path = "\(folder)/secret-\(shelf.next)"
      shelf.next += 1
      shelf.secrets[path] = text
      return path
    }
  }

  /// Runs a command with the secrets among its words on the disk, where nothing of them stays. A
  /// file that cannot be written is missing, which the command says.
  func withSecrets<Result>(of words: [String], _ run: () -> Result) -> Result {
    let secrets = shelf.withLock { shelf in
      shelf.secrets.filter { path, _ in words.contains { $0.hasSuffix("=\(path)") } }
    }
    for (path, text) in secrets {
      _ = FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    }
    defer { for path in secrets.keys { try? FileManager.default.removeItem(atPath: path) } }
    return run()
  }

  /// Forgets the secrets, once the command that needed them has ended.
  func forgetSecrets() { shelf.withLock { $0.secrets = [:] } }

  /// The path of a file that a command makes.
  func output(_ name: String) -> String {
    let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    return "\(folder)/made-\(safe)"
  }

  /// A text without the folder's path, so that files have the names they came with.
  func named(_ text: String) -> String {
    let parts = text.components(separatedBy: folder + "/")
    return parts[0]
      + parts.dropFirst().map { part in
        part.hasPrefix("made-")
          ? part.dropFirst("made-".count)
          : part.drop { $0.isNumber }.drop { $0 == "/" }
      }.joined()
  }

  private func store(_ bytes: [UInt8], _ name: String) -> (number: String, path: String)? {
    let number = makeRoom(for: bytes.count)
    let place = "\(folder)/\(number)"
    let path = "\(place)/\(name)"
    do {
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { return nil }
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { return nil }
    shelf.withLock { $0.paths["file-\(number)"] = path }
    return ("file-\(number)", path)
  }

  /// Takes the oldest uploads away until there is room for another; its number.
  private func makeRoom(for size: Int) -> Int {
    let (number, old) = shelf.withLock { shelf -> (Int, [Int]) in
      var old: [Int] = []
      while let oldest = shelf.uploads.first,
        shelf.uploads.count >= Self.mostFiles
          || shelf.uploads.reduce(size, { $0 + $1.size }) > Self.mostBytes
      {
        shelf.uploads.removeFirst()
        shelf.paths["file-\(oldest.number)"] = nil
        old.append(oldest.number)
      }
      defer { shelf.next += 1 }
      shelf.uploads.append((shelf.next, size))
      return (shelf.next, old)
    }
    for upload in old { try? FileManager.default.removeItem(atPath: "\(folder)/\(upload)") }
    return number
  }
}
