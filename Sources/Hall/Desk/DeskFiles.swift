import Foundation
import Synchronization

/// The files of the desk: what was uploaded, secrets, and what commands make, in a folder that only
/// this process's user can read.
final class DeskFiles: Sendable {
  private struct Shelf {
    var paths: [String: String] = [:]
    var secrets: [String] = []
    var next = 1
  }

  /// The folder.
  let folder: String
  private let shelf = Mutex(Shelf())

  /// The most files, so that nobody fills the disk by mistake.
  private static let mostFiles = 200

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

  /// The path of a file that holds a secret. A file that cannot be written is missing later, which
  /// the command says.
  func secret(_ text: String) -> String {
    let path = store(Array(text.utf8), "secret")?.path ?? "\(folder)/secret"
    shelf.withLock { $0.secrets.append(path) }
    return path
  }

  /// Removes the secrets, once the command that needed them has ended.
  func forgetSecrets() {
    let paths = shelf.withLock { shelf in
      defer { shelf.secrets = [] }
      return shelf.secrets
    }
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
  }

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
    let number = shelf.withLock { shelf -> Int? in
      guard shelf.next <= Self.mostFiles else { return nil }
      defer { shelf.next += 1 }
      return shelf.next
    }
    guard let number else { return nil }
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
}
