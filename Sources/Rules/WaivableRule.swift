/// A rule that may be given up for one State where the rulebook says so.
public enum WaivableRule: String, CaseIterable, Hashable, Sendable {
  /// A seat stays empty (para. 18).
  case seat
  /// The regional seat is not held by a reviewer of the group (para. 19).
  case sameRegion = "same_region"
  /// A review is missing below a State's minimum (para. 20).
  case minimumLoad = "minimum_load"
  /// The regional seat is not held by a reviewer of the group with a similar legal system (para. 19).
  case legalSystem = "legal_system"
}
