import Yams

/// The text of a file on its way to YAML nodes.
package struct YAMLDocument {
  /// What is wrong with the text as YAML.
  package private(set) var faults: [Fault] = []
  /// The keys that stood in the way, by what stands in their place now (see ``mask(_:at:)``).
  package private(set) var maskedKeys: [String: String] = [:]
  private let file: String
  private var text = ""

  /// Aliases can name nodes that name nodes …: k of them make fewer than 1.45ᵏ nodes, and the parser
  /// walks through all of them where they are keys. No file of ours needs any.
  private static let aliasLimit = 32
  private static let maskLimit = 100

  /// Begins with the name of the file in messages.
  package init(file: String) {
    self.file = file
  }

  /// The root of the document; nil where there is none, or where it cannot be read, which is a fault.
  package mutating func compose(_ bytes: [UInt8]) -> Node? {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard checkText(content) else { return nil }
    text = String(decoding: content, as: UTF8.self)
    for _ in 0...Self.maskLimit {
      do {
        // The basic resolver gives no text a meaning of its own: `yes` stays a text here.
        return try Yams.compose(yaml: text, .basic, .default, .utf8)
      } catch {
        if case YamlError.duplicatedKeysInMapping(let keys, let context) = error {
          if let key = keys.first, mask(key, at: context.mark) { continue }
          report(.duplicateKey(otherLine: nil), context.mark.line, keys.first)
        } else {
          report(error)
        }
        return nil
      }
    }
    report(.duplicateKey(otherLine: nil), nil)
    return nil
  }

  private mutating func checkText(_ content: ArraySlice<UInt8>) -> Bool {
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
      report(.utf16, nil)
      return false
    }
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let problem = Problem.notUTF8(in: line) { report(problem, index + 1) }
    }
    if content.count(where: { $0 == UInt8(ascii: "*") }) > Self.aliasLimit {
      report(.tooManyAliases(limit: Self.aliasLimit), nil)
    }
    return faults.isEmpty
  }

  /// Puts another word in the place of a key that stands twice, because the parser gives up at the
  /// first such key and all faults are to be found at once. False where the key is not written
  /// plainly at the mark.
  private mutating func mask(_ key: String, at mark: Mark) -> Bool {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
    guard !key.isEmpty, lines.indices.contains(mark.line - 1) else { return false }
    let line = String(decoding: lines[mark.line - 1], as: UTF8.self).unicodeScalars
    let before = String(String.UnicodeScalarView(line.prefix(mark.column - 1))).utf8
    let after = String(String.UnicodeScalarView(line.dropFirst(mark.column - 1))).utf8
    let isQuoted = after.first == UInt8(ascii: "\"") || after.first == UInt8(ascii: "'")
    let tail = after.dropFirst(isQuoted ? 1 : 0)
    guard tail.starts(with: key.utf8) else { return false }
    let word = "peerlots-duplicate-key-\(maskedKeys.count + 1)"
    guard !text.contains(word) else { return false }
    maskedKeys[word] = key
    lines[mark.line - 1] =
      Array(before) + Array(after.prefix(isQuoted ? 1 : 0)) + Array(word.utf8)
      + Array(tail.dropFirst(key.utf8.count))
    text = String(
      decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    return true
  }

  private mutating func report(_ error: any Error) {
    switch error {
    case YamlError.composer(_, "but found another document", let mark, _):
      report(.severalDocuments, mark.line)
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let begun = context.map { "\($0.text), begun on line \($0.mark.line): " } ?? ""
      report(.syntax(reason: begun + problem), mark.line)
    case YamlError.reader(let problem, let offset, _, _):
      let line = offset.map { text.prefix($0).utf8.count { $0 == UInt8(ascii: "\n") } + 1 }
      report(.syntax(reason: problem), line)
    default:
      report(.syntax(reason: "\(error)"), nil)
    }
  }

  private mutating func report(_ problem: Problem, _ line: Int?, _ key: String? = nil) {
    let field = key.map { Place.Field.key(Quotation($0).text) }
    faults.append(Fault(problem, at: Place(file: file, line: line, field: field)))
  }
}
