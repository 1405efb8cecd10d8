/// How a cycle ended.
public enum CycleOutcome: String, CaseIterable, Hashable, Sendable {
  /// Nothing but `legal_system` is waived in the end.
  case kept
  /// Something more is waived in the end.
  case waived
  /// There is no completion at all; nothing was drawn.
  case impossible
  /// A lot could not be decided, which is a defect of the program; the cycle was given up.
  case undecided

  /// Whether the cycle was drawn to its end, so that something was measured.
  public var isDrawn: Bool { self == .kept || self == .waived }
}

/// What can make the best waivers worse in the course of a cycle.
public enum Disturbance: String, CaseIterable, Hashable, Sendable {
  /// A State moved to the next year.
  case deferral
  /// A State's reviewers were drawn again.
  case redraw
  /// A State reviews nobody in the year it is under review in.
  case standDown = "stand_down"
  /// States joined, left or acceded.
  case amendment

  /// Its place among all cases.
  var index: Int {
    switch self {
    case .deferral: 0
    case .redraw: 1
    case .standDown: 2
    case .amendment: 3
    }
  }
}

/// What States ask for or do.
public enum Request: String, CaseIterable, Hashable, Sendable {
  /// To be reviewed a year later.
  case deferrals
  /// To have other reviewers.
  case redraws
  /// Not to review in the year they are under review in.
  case standDowns = "stand_downs"
  /// To become a member.
  case joins
  /// To be a member no more.
  case leaves
  /// To become a party to one more Protocol.
  case accessions

  /// Its place among all cases.
  var index: Int {
    switch self {
    case .deferrals: 0
    case .redraws: 1
    case .standDowns: 2
    case .joins: 3
    case .leaves: 4
    case .accessions: 5
    }
  }
}
