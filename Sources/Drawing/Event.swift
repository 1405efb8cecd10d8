import Members
import Rules

/// One line of a ledger, without its place in the chain (contract, section 7).
///
/// The state of a cycle is what folding its events gives, and nothing else. States are named by
/// their codes.
public enum Event: Hashable, Sendable {
  /// A cycle begins.
  case opened(Opened)
  /// A draw is announced.
  case announced(Announced)
  /// An announcement is taken back.
  case withdrawn(Withdrawn)
  /// A draw's seed is known; the lots that follow come from it.
  case seeded(Seeded)
  /// A lot was drawn.
  case lot(DrawnLot)
  /// A rule was given up for a State.
  case waiver(Waiver)
  /// A State's reviewers are released and will be drawn again.
  case redraw(Redraw)
  /// A State moves to the next year.
  case deferred(Deferral)
  /// A State stands down as a reviewer of a year.
  case stoodDown(StandDown)
  /// A new membership, rulebook or table of conflicts replaces the old.
  case amended(Amended)
  /// A year was drawn by the method uniform.
  case uniform(UniformDraw)
  /// A list of numbered outcomes of a year is published.
  case tickets(TicketList)
  /// A year was drawn by a ticket of its list.
  case ticket(TicketDraw)
}

/// A draw's seed.
public struct Seeded: Hashable, Sendable {
  /// What reveals a commitment.
  public struct Revealed: Hashable, Sendable {
    /// The commitment made before: hex SHA-256 of the secret.
    public var commitment: String
    /// The public text.
    public var publicText: Label

    /// Makes the pair.
    public init(commitment: String, publicText: Label) {
      self.commitment = commitment
      self.publicText = publicText
    }
  }

  /// The draw.
  public var draw: DrawName
  /// The seed, verbatim; `SECRET/PUBLIC` after a commitment.
  public var seed: Label
  /// The commitment and the public text, where one was made for this draw.
  public var revealed: Revealed?
  /// How the lots are drawn.
  public var method: DrawMethod

  /// Makes the event.
  public init(
    draw: DrawName, seed: Label, revealed: Revealed? = nil, method: DrawMethod = .bowls
  ) {
    self.draw = draw
    self.seed = seed
    self.revealed = revealed
    self.method = method
  }
}

/// A lot: one random choice from a bowl.
public struct DrawnLot: Hashable, Sendable {
  /// What a lot is for.
  public enum Purpose: Hashable, Sendable {
    /// A year that takes one more State of a group; the bowl holds years.
    case extraPlace(region: RegionalGroup)
    /// The State at which the alphabetical list of a group begins.
    case first(region: RegionalGroup)
    /// A State of a group that is reviewed in a year.
    case year(region: RegionalGroup, year: Int)
    /// The next State under review of a year to be served.
    case turn(year: Int)
    /// A reviewer of the regional group, for a seat of a kind.
    case regionalReviewer(year: Int, underReview: Label, kind: Label)
    /// A reviewer for a seat of another kind.
    case openReviewer(year: Int, underReview: Label, kind: Label)
    /// A supplementary reviewer, for a reviewer that lacks Protocols.
    case supplementaryReviewer(year: Int, underReview: Label, reviewer: Label)
    /// The State that takes the place of one that deferred.
    case replacement(state: Label)
    /// The year of a State that joined; the bowl holds years.
    case joining(state: Label)
  }

  /// The draw whose seed it comes from.
  public var draw: DrawName
  /// What it is for.
  public var purpose: Purpose
  /// The choices, in canonical order: codes of States, or years as text.
  public var choices: Choices
  /// The number of the first block used.
  public var counter: UInt64
  /// The place drawn, from 0.
  public var index: Int
  /// What was drawn.
  public var drawn: Label

  /// Makes the event.
  public init(
    draw: DrawName, purpose: Purpose, choices: Choices, counter: UInt64, index: Int, drawn: Label
  ) {
    self.draw = draw
    self.purpose = purpose
    self.choices = choices
    self.counter = counter
    self.index = index
    self.drawn = drawn
  }

  /// Makes the event, with its choices as a list.
  public init(
    draw: DrawName, purpose: Purpose, bowl: [Label], counter: UInt64, index: Int, drawn: Label
  ) {
    self.init(
      draw: draw, purpose: purpose, choices: Choices(bowl), counter: counter, index: index,
      drawn: drawn)
  }

  /// The choices as a list.
  ///
  /// - Complexity: Linear in the number of States where there are many.
  public var bowl: [Label] {
    get { choices.labels }
    set { choices = Choices(newValue) }
  }
}

/// One unit of a waiver vector that has become certain.
public struct Waiver: Hashable, Sendable {
  /// The rule that is given up.
  public var rule: WaivableRule
  /// The State for which it is given up.
  public var state: Label
  /// Why.
  public var reason: String

  /// Makes the event.
  public init(rule: WaivableRule, state: Label, reason: String) {
    self.rule = rule
    self.state = state
    self.reason = reason
  }
}
