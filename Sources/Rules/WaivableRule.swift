/// A rule that may be given up for one State where the rulebook says so.
public enum WaivableRule: String, CaseIterable, Hashable, Sendable {
  /// A seat stays empty (para. 18).
  case seat
  /// A supplementary seat stays empty (rulebook, protocols: supplement).
  case supplement
  /// The regional seat is not held by a reviewer of the group (para. 19).
  case sameRegion = "same_region"
  /// A review is missing below a State's minimum (para. 20).
  case minimumLoad = "minimum_load"
  /// The regional seat is not held by a reviewer of the group with a similar legal system (para. 19).
  case legalSystem = "legal_system"
  /// A review is missing below the number each State should do (rulebook, loads.target).
  case targetLoad = "target_load"

  /// The rules whose waivers a flow counts; a target for reviews is counted beside it.
  public static let counted: [WaivableRule] = [.seat, .sameRegion, .minimumLoad, .legalSystem]

  /// Whether the rule counts reviews that are missing once the last lot of the cycle is drawn.
  public var countsAtTheEnd: Bool { self == .minimumLoad || self == .targetLoad }

  /// Whether giving the rule up needs nobody's consent.
  public var isPreference: Bool { self == .legalSystem || self == .targetLoad }
}
