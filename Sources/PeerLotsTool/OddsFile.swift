import Members
import Publishing
import Records

/// A file that `peerlots odds DIR --year N --format json` wrote.
struct OddsFile {
  /// Why a file cannot be used.
  enum Failure: Error, CustomStringConvertible {
    case noOdds(String, what: String)
    case otherYear(String, Int, [Int])
    case otherLedger(String, Int)
    case otherMethod(String)
    case yearTwice(String, Int)

    var description: String {
      switch self {
      case .noOdds(let path, let what):
        "\(Quotation(path)): \(what)\n"
          + "help: write it with `peerlots odds CYCLE --year N --format json > odds.json`"
      case .otherYear(let path, let year, let years):
        "\(Quotation(path)) holds odds of year \(year); this cycle has "
          + (years.isEmpty
            ? "no year whose States are known"
            : "odds of year \(years.map(String.init).joined(separator: ", "))")
      case .otherLedger(let path, let year):
        "\(Quotation(path)) holds odds of another ledger, or of another point of this one\n"
          + "help: odds of year \(year) are those of the ledger as it stands just before that draw"
      case .otherMethod(let path):
        "\(Quotation(path)) holds odds of another method of drawing than that of the year\n"
          + "help: give `--method uniform` or `--method bowls` to `peerlots odds`"
      case .yearTwice(let path, let year):
        "\(Quotation(path)): the odds of year \(year) are given twice"
      }
    }
  }

  /// The most bytes a file has.
  static let limitInBytes = 256 << 20

  /// The file, as the user named it.
  let path: String
  /// The hash of the ledger's last line.
  let head: String
  /// The odds.
  let odds: YearOdds

  /// Reads a file.
  init(path: String) throws {
    self.path = path
    let bytes = try InputFile.read(path: path, limitInBytes: Self.limitInBytes)
    func failure(_ what: String) -> Failure { .noOdds(path, what: what) }
    guard let value = try? JSONReader.value(of: bytes), let fields = value.fields,
      case .array(let rows)? = fields["pairs"]
    else { throw failure("this is no file of odds") }
    guard case .integer(let number)? = fields["year"], let year = Int(exactly: number) else {
      throw failure("these are odds of a whole cycle, not of one year")
    }
    guard case .text(let head)? = fields["head"] else {
      throw failure("these are odds of a membership, not of a cycle")
    }
    self.head = head.text
    let samples: Int? =
      if case .integer(let number)? = fields["samples"] { Int(exactly: number) } else { nil }
    let isUniform = fields["method"] == .text("uniform")
    let pairs = try rows.map { row throws(Failure) in
      guard let pair = row.fields.flatMap(Self.pair) else {
        throw failure("a pair lacks its States or its probability, low or high")
      }
      return pair
    }
    odds = YearOdds(
      year: year, samples.map { .sampled($0) } ?? .counted, isUniform: isUniform, pairs: pairs)
  }

  private static func pair(_ fields: [Label: JSONValue]) -> YearOdds.Pair? {
    func text(_ key: Label) -> String? {
      if case .text(let label)? = fields[key] { label.text } else { nil }
    }
    guard let underReview = text("under_review"), let reviewer = text("reviewer"),
      let chance = text("probability").flatMap(millionths),
      let low = text("low").flatMap(millionths), let high = text("high").flatMap(millionths)
    else { return nil }
    return YearOdds.Pair(
      underReview: Label(underReview), reviewer: Label(reviewer),
      YearOdds.Chance(chance, low: low, high: high))
  }

  /// A decimal from 0 to 1 in millionths, rounded to the nearest; nil where it is none.
  static func millionths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "0" || parts[0] == "1", !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let digits = (parts[1] + "0000000").prefix(7)
    guard let number = Int(parts[0] + digits) else { return nil }
    let millionths = (number + 5) / 10
    return millionths <= 1_000_000 ? millionths : nil
  }
}

extension JSONValue {
  /// The fields of an object by their keys; nil for another value.
  fileprivate var fields: [Label: JSONValue]? {
    guard case .object(let fields) = self else { return nil }
    return Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
  }
}
