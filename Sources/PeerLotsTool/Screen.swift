import Foundation

/// How much of a long answer is told: no more than a screen, the rest counted.
enum Screen {
  /// The lines of an answer, or a few more where each part of it must say something.
  static let lines = 24
  /// The least that is told of each part.
  private static let least = 2

  /// The characters that a line of a file holds, if it is a terminal or the variable COLUMNS says;
  /// nil where lines are not broken.
  static func width(of descriptor: Int32) -> Int? {
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return [TerminalSize.columns(of: descriptor), stated].compactMap(\.self).first { $0 >= 20 }
  }

  private static let width = width(of: STDOUT_FILENO)

  /// The lines that texts take on the screen.
  static func height(_ texts: [String]) -> Int {
    texts.reduce(0) { $0 + height($1) }
  }

  private static func height(_ text: String) -> Int {
    width.map { max(1, (text.count + $0 - 1) / $0) } ?? 1
  }

  /// How many items of each part are told in so many lines: the parts take turns.
  static func shares(of parts: [[String]], in lines: Int) -> [Int] {
    var shares = parts.map { min(least, $0.count) }
    var left = lines - zip(parts, shares).reduce(0) { $0 + height(Array($1.0.prefix($1.1))) }
    var isOpen = true
    while isOpen {
      isOpen = false
      for (place, items) in parts.enumerated() where shares[place] < items.count {
        let next = height(items[shares[place]])
        // Where not all are told, a line says how many more there are.
        let isLast = shares[place] + 1 == items.count
        guard next + (isLast ? 0 : 1) <= left else { continue }
        left -= next
        shares[place] += 1
        isOpen = true
      }
    }
    return shares
  }

  /// The first items of a part, and how many more there are.
  static func first(_ count: Int, of items: [String], indent: String = "") -> [String] {
    let more = items.count - count
    return items.prefix(count)
      + (more > 0 ? ["\(indent)- and \(more) more; `--format json` lists them."] : [])
  }
}

extension Screen {
  /// A text with its lines broken between words, what follows indented below a list's item.
  ///
  /// A line to be pasted, which begins with the program's name, is left whole.
  static func wrapped(_ text: String, to width: Int?) -> String {
    guard let width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrapped(line: $0, to: width) }.joined(separator: "\n")
  }

  private static func wrapped(line: Substring, to width: Int) -> String {
    let start = line.prefix { " -0123456789.".contains($0) }
    let isCommand = line.drop { $0 == " " }.hasPrefix("peerlots ")
    if line.count <= width || isCommand { return String(line) }
    let indent = String(repeating: " ", count: start.hasSuffix(" ") ? start.count : 0)
    var lines: [String] = []
    var now = String(start)
    var isEmpty = true
    for word in line.dropFirst(start.count).split(separator: " ", omittingEmptySubsequences: false)
    {
      if !isEmpty && now.count + 1 + word.count > width {
        lines.append(now)
        now = indent + word
      } else {
        now += (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    return (lines + [now]).joined(separator: "\n")
  }
}
