import Foundation
import Testing

/// The lines of a ledger, to be changed by hand, without a line of the program's own code.
struct LedgerText {
  /// The lines, without their newlines.
  var lines: [String]

  /// Takes the bytes of a ledger apart.
  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The ledger of the first worked example: ten States, two years, two waivers.
  static let small = Result { try small(arguments: []) }

  /// Makes the ledger of the first worked example with more arguments.
  static func small(arguments: [String]) throws -> LedgerText {
    let folder = try TemporaryFolder()
    let answer = try Command.run(
      ["rehearse", Project.example("ten.csv"), "--seed", "example 1", "--output", "cycle"]
        + ["--accept-waivers"] + arguments, in: folder)
    try #require(answer.exitCode == 0)
    return LedgerText(try folder.bytes("cycle/ledger.jsonl"))
  }

  /// The bytes of the file.
  var bytes: [UInt8] { lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] } }

  /// The number of the first line, from 1, that holds all of these texts.
  func number(with texts: String..., from first: Int = 1) throws -> Int {
    let index = lines.indices.first { index in
      index >= first - 1 && texts.allSatisfy { lines[index].contains($0) }
    }
    return try #require(index) + 1
  }

  /// Puts a text in place of another on one line, counted from 1.
  mutating func replace(line: Int, _ old: String, with new: String) throws {
    try #require(lines[line - 1].contains(old), "line \(line): \(lines[line - 1])")
    lines[line - 1] = lines[line - 1].replacingOccurrences(of: old, with: new)
  }

  /// Puts numbers and hashes right again, as a forger would.
  mutating func rechain() {
    var previous = String(repeating: "0", count: 64)
    for index in lines.indices {
      lines[index].replace(/"sequence":\d+/, with: "\"sequence\":\(index)")
      lines[index].replace(/"previous":"[0-9a-f]{64}"/, with: "\"previous\":\"\(previous)\"")
      previous = SHA256.hexadecimal(of: Array(lines[index].utf8))
    }
  }
}
