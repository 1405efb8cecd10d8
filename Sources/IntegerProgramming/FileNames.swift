/// The names of a program's rows or variables in a file: each legal, none twice.
///
/// A legal name is kept as it is. Legal is what every reader we know takes: at most 255 ASCII
/// letters, digits and `_ ( ) , . -`, beginning with a letter or `_`, no keyword of either format,
/// and nothing that could be read as a number. Any other name, and one that was taken before, is
/// replaced by a prefix and its position, counted from 0.
struct FileNames {
  /// One name per row or variable.
  let names: [String]
  /// The positions whose names were replaced.
  let replaced: [Int]
  private var taken: Set<String>

  /// Finds the names.
  ///
  /// - Parameters:
  ///   - originals: The names in the program.
  ///   - prefix: What replacements begin with.
  ///   - hyphen: What stands for `-`, where the format reads that as a minus; nothing that is
  ///     legal in a name, so that no two names become one.
  init(_ originals: [String], prefix: String, hyphen: String) {
    var taken: Set<String> = []
    let kept = originals.map { original -> String? in
      guard Self.isLegal(original) else { return nil }
      let name =
        hyphen == "-"
        ? original : String(original.map { $0 == "-" ? hyphen : String($0) }.joined())
      return taken.insert(name).inserted ? name : nil
    }
    replaced = kept.indices.filter { kept[$0] == nil }
    names = kept.enumerated().map { position, name in
      name ?? Self.unusedName("\(prefix)\(position)", &taken)
    }
    self.taken = taken
  }

  /// A name like this one that nothing has, not to be given out again.
  mutating func addName(_ wish: String) -> String { Self.unusedName(wish, &taken) }

  private static func unusedName(_ wish: String, _ taken: inout Set<String>) -> String {
    var name = wish
    var attempt = 1
    while !taken.insert(name).inserted {
      attempt += 1
      name = "\(wish)_\(attempt)"
    }
    return name
  }

  /// Whether a name can stand in a file as it is, but for its hyphens.
  static func isLegal(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, bytes.count <= 255, bytes.allSatisfy(isLegal) else {
      return false
    }
    guard isLetter(first) || first == UInt8(ascii: "_") else { return false }
    let lowercased = name.lowercased()
    return !looksLikeExponent(lowercased) && !keywords.contains(lowercased)
  }

  /// Whether a name can stand in a comment: on one line, of printable ASCII.
  static func fitsComment(_ name: String) -> Bool {
    name.utf8.count <= 255 && name.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLegal(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "_(),.-".utf8.contains(byte)
  }

  /// `2 e5 x` could be read as 200,000 x.
  private static func looksLikeExponent(_ lowercased: String) -> Bool {
    let rest = lowercased.utf8.dropFirst()
    return lowercased.utf8.first == UInt8(ascii: "e")
      && (rest.first.map { isDigit($0) || $0 == UInt8(ascii: "-") } ?? true)
  }

  /// The words that begin a section of an LP or MPS file, or are numbers to a C library.
  private static let keywords: Set<String> = [
    "bin", "binaries", "binary", "bound", "bounds", "columns", "end", "endata", "free", "gen",
    "general", "generals", "inf", "infinity", "int", "integer", "integers", "marker", "max",
    "maximise", "maximize", "maximum", "min", "minimise", "minimize", "minimum", "name", "nan",
    "objsense", "ranges", "rhs", "rows", "s.t.", "semi", "semi-continuous", "semis", "sin", "sos",
    "sos1", "sos2", "st", "st.", "subject", "such",
  ]
}
