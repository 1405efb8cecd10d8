import Chances
import Members

/// How a draw is made, as it is announced and as its seed's event says.
public enum DrawMethod: String, CaseIterable, Sendable {
  /// Lot after lot from exact bowls.
  case bowls
  /// Every lawful outcome of the rest of the cycle is equally likely.
  case uniform
  /// A list of numbered outcomes, or the number of one of them.
  case tickets

  /// The method of lots.
  public init(_ method: LotMethod) {
    switch method {
    case .bowls: self = .bowls
    case .uniform: self = .uniform
    }
  }

  /// The method of lots; nil for tickets.
  public var ofLots: LotMethod? {
    switch self {
    case .bowls: .bowls
    case .uniform: .uniform
    case .tickets: nil
    }
  }

  /// Whether the seed of a draw can be for this method.
  func fits(_ draw: DrawName) -> Bool {
    switch draw {
    case .year: self != .tickets
    case .tickets: self == .tickets
    case .selection, .redraw, .deferral, .standDown, .amendment: self == .bowls
    }
  }
}

/// A draw is announced: from here until it has ended or is withdrawn, nothing else may happen.
public struct Announced: Hashable, Sendable {
  /// The draw.
  public var draw: DrawName
  /// How it will be made.
  public var method: DrawMethod
  /// Where the public text, or the number of the ticket, will come from.
  public var source: String
  /// The hex SHA-256 of the secret that binds it; nil without one.
  public var commitment: String?
  /// The hex SHA-256 of a list of experts; nil without one.
  public var experts: String?

  /// Makes the event.
  public init(
    draw: DrawName, method: DrawMethod = .bowls, source: String, commitment: String? = nil,
    experts: String? = nil
  ) {
    self.draw = draw
    self.method = method
    self.source = source
    self.commitment = commitment
    self.experts = experts
  }
}

/// An announcement is taken back.
public struct Withdrawn: Hashable, Sendable {
  /// The draw that was announced.
  public var draw: DrawName
  /// Why.
  public var reason: String

  /// Makes the event.
  public init(draw: DrawName, reason: String) {
    self.draw = draw
    self.reason = reason
  }
}
