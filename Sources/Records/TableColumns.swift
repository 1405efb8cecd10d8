/// The columns a reader of tables knows.
struct TableColumns {
  /// The names, in small letters, in the order by which messages name them.
  var known: [String]
  /// Those that must be there.
  let required: [String]
  /// Those that tell the separator: the right one is that with which the header names one of them.
  let telling: [String]
  /// Further names, which are known where the header has them.
  var isKnownToo: (String) -> Bool = { _ in false }
  /// Whether columns with other names are expected, so that nobody is warned of them.
  var allowsOthers = false
}
