import Records
import Yams

/// Reads rates of costs; a key left out takes its default.
///
/// ```yaml
/// page: 1420
/// summary_pages: 12
/// ```
public enum CostRatesReader {
  /// The most bytes a file of rates has.
  public static let limitInBytes = 1 << 16
  private static let counts = 0...10_000_000

  private static let keys: [(String, WritableKeyPath<CostRates, Int> & Sendable)] = [
    ("page", \.page), ("half_day", \.halfDay), ("month", \.month),
    ("summary_pages", \.summaryPages), ("half_days_a_year", \.halfDaysAYear),
    ("months_a_review", \.monthsAReview),
  ]

  /// Reads rates from the bytes of a file; `file` is its name in messages.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(_ bytes: [UInt8], file: String) throws(RecordsFailure) -> CostRates {
    var document = YAMLDocument(file: file)
    let root = document.compose(bytes)
    var nodes = YAMLNodes(file: file, maskedKeys: document.maskedKeys)
    var rates = CostRates()
    if let root {
      let top = nodes.top(root, keys: keys.map(\.0))
      for (key, path) in keys {
        if let number = nodes.number(key, of: top, in: counts) { rates[keyPath: path] = number }
      }
    }
    let faults = document.faults + nodes.faults
    if !faults.isEmpty { throw .data(faults: faults, warnings: []) }
    return rates
  }
}
