import IntegerProgramming
import Members

/// One rule of the terms of reference: what it demands of the program, and, independently of that,
/// what it demands of a finished draw.
///
/// The two are written apart so that each judges the other: on every tiny membership the
/// assignments that the rows allow are exactly those the check accepts (the *agreement law*).
public protocol Provision: Sendable {
  /// The rule's name, as it stands in the rulebook and in messages.
  var name: String { get }
  /// The paragraph of the terms of reference it comes from, for instance `para. 18 bis`.
  var paragraph: String { get }
  /// What the rule demands, as a clause of a sentence whose subject is a State under review or a
  /// reviewing State.
  var clause: String { get }
  /// What the rule adds to the sentence that explains a conflict, with its paragraph.
  ///
  /// It goes on after the States' names, or after what another rule says of a reviewer.
  ///
  /// - Parameters:
  ///   - subject: Whether the sentence is about one State or several.
  ///   - count: How many reviewers or reviews are demanded, where the rule counts.
  ///   - state: The State the rule is about, or the first of several of the same kind.
  func clause(_ subject: Subject, count: Int, of state: State) -> String
  /// The waiver that gives the rule up for one State; nil where it is never given up.
  var waiver: WaivableRule? { get }

  /// Whether ``permits(_:toReview:in:)`` is true of every pair, so that it need not be asked.
  var permitsEveryPair: Bool { get }
  /// Whether the rule lets this State review that one, looking at the two alone.
  func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool
  /// Adds what the rule demands of the program.
  func addRows(to encoding: inout Encoding)
  /// What a finished draw breaks of the rule, one entry per unit, by State in canonical order.
  func breaches(in draw: FinishedDraw) -> [Breach]
}

extension Provision {
  /// Most rules are never given up.
  public var waiver: WaivableRule? { nil }

  /// Most rules say the same of any State.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "\(clause) (\(paragraph))"
  }

  /// Most rules do not look at one pair alone.
  public var permitsEveryPair: Bool { true }

  /// Most rules do not look at one pair alone.
  public func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    true
  }

  /// Most rules that look at one pair need no rows.
  public func addRows(to encoding: inout Encoding) {}
}

/// A finished draw, with the rules and the States it was drawn for.
public struct FinishedDraw: Sendable {
  /// The States.
  public let membership: Membership
  /// The rules.
  public let rulebook: Rulebook
  /// The pairs that may not be drawn.
  public let conflicts: [Conflict]
  /// The pairs that may not sit on one review.
  public let exclusions: [Exclusion]
  /// What was drawn.
  public let assignment: Assignment
  /// The States whose year no selection decided, as indices: they stand outside its proportions.
  public let outsideSelection: Set<Int>
  /// Its reviews, by State under review in canonical order.
  let reviews: [Review]

  /// Makes a finished draw.
  public init(
    membership: Membership, rulebook: Rulebook, conflicts: [Conflict] = [],
    exclusions: [Exclusion] = [], assignment: Assignment, outsideSelection: Set<Int> = []
  ) {
    self.membership = membership
    self.rulebook = rulebook
    self.conflicts = conflicts
    self.exclusions = exclusions
    self.assignment = assignment
    self.outsideSelection = outsideSelection
    let reviews = assignment.reviews
    let isInOrder = zip(reviews, reviews.dropFirst()).allSatisfy {
      $0.underReview <= $1.underReview
    }
    self.reviews = isInOrder ? reviews : reviews.sorted { $0.underReview < $1.underReview }
  }

  /// The first of ``reviews`` of each State under review, one entry per State; −1 for none.
  var places: [Int] {
    var places = Array(repeating: -1, count: membership.states.count)
    for (place, review) in reviews.enumerated().reversed() { places[review.underReview] = place }
    return places
  }

  /// The seats of a State's review, kind by kind.
  func seatCounts(_ state: Int) -> SeatCounts { rulebook.seatCounts(of: membership.states[state]) }
}

/// One unit of one rule that a finished draw does not keep.
public struct Breach: Hashable, Sendable {
  /// The name of the rule.
  public let rule: String
  /// The paragraph of the rule.
  public let paragraph: String
  /// The State for which it is not kept, as an index into the membership.
  public let state: Int
  /// The sentence that says it.
  public let sentence: String

  /// Makes a breach of a provision.
  public init(_ provision: some Provision, state: Int, sentence: String) {
    rule = provision.name
    paragraph = provision.paragraph
    self.state = state
    self.sentence = sentence
  }
}
