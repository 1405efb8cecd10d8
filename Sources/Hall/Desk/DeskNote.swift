import Drawing
import Foundation
import Members
import Records

/// What the command was asked for that draws now, kept on the disk until it has ended: by it a server
/// that was killed goes on where the ledger alone does not tell, as before a replacement is drawn.
///
/// The seed is not among it: once a draw can be interrupted, its seed stands in the ledger.
struct DeskNote {
  private static let name = "form.json"

  private let folder: String

  /// - Parameters:
  ///   - base: The folder of all notes.
  ///   - opening: The hash of the ledger's first line.
  init(base: String, opening: String) { folder = "\(base)/\(opening.prefix(16))" }

  /// Keeps a form with its files. Where that fails, the form is filled in again one day.
  ///
  /// - Parameter head: The hash of the last line before the command.
  func keep(_ form: DeskForm, after head: String, _ files: DeskFiles) {
    remove()
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      var options: [JSONField] = []
      for (name, values) in form.withoutSeed.sorted(by: { $0.key < $1.key }) {
        var kept = values
        if let path = values.first.flatMap({ files.path(of: $0) }) {
          try OutputFile.write(
            try InputFile.read(path: path), to: "\(folder)/\(name)", replaces: true)
          kept = ["file-of-note", path.split(separator: "/").last.map(String.init) ?? name]
        }
        options.append(JSONField(Label(name), .texts(kept.map { Label($0) })))
      }
      let note = JSONValue.object([
        JSONField("head", .text(Label(head))), JSONField("command", .text(Label(form.command))),
        JSONField("options", .object(options)),
      ])
      try OutputFile.write(note.bytes, to: "\(folder)/\(Self.name)", replaces: true)
    } catch { remove() }
  }

  /// The form, its files uploaded again; nil where none was kept of the command that began after a
  /// line.
  func form(after head: String, _ files: DeskFiles) -> DeskForm? {
    guard let bytes = try? InputFile.read(path: "\(folder)/\(Self.name)"),
      let note = try? JSONReader.value(of: bytes, in: bytes.indices), note.text("head") == head,
      var form = try? DeskForm(bytes)
    else { return nil }
    for (name, values) in form.values where values.first == "file-of-note" {
      guard let content = try? InputFile.read(path: "\(folder)/\(name)"),
        let kept = files.keep(content, as: values.last ?? name)
      else { return nil }
      form.values[name] = [kept.number]
    }
    return form
  }

  /// Forgets it.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
