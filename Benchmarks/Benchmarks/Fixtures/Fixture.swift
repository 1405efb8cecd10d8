import Drawing
import Foundation
import Lots
import Members
import Pairing
import Records
import Rules
import StressTesting

/// A membership to measure with, under the built-in rulebook.
public struct Fixture: Sendable {
  /// Its name, short and without blanks.
  public let name: String
  /// The number of States.
  public let stateCount: Int
  private let make: @Sendable () throws -> Membership

  /// The three real memberships, by the year they stand for.
  public static let real = [
    file("2010", "untoc-2010", stateCount: 157), file("2014", "untoc-2014", stateCount: 179),
    file("2024", "untoc-2024-estimate", stateCount: 192),
  ]

  private static func file(_ name: String, _ file: String, stateCount: Int) -> Fixture {
    Fixture(name: name, stateCount: stateCount) {
      let instances = URL(filePath: #filePath).appending(path: "../../../../Instances").standardized
      return try MembershipReader.read(path: instances.appending(path: "\(file).csv").path)
        .membership
    }
  }

  /// The membership of `peerlots generate --states N --seed N`.
  public static func generated(_ stateCount: Int) -> Fixture {
    Fixture(name: "generated-\(stateCount)", stateCount: stateCount) {
      try SyntheticMembership(stateCount: stateCount, seed: Seed("\(stateCount)")).make()
    }
  }

  /// The membership; read or made anew each time.
  public func membership() throws -> Membership { try make() }

  /// The problem of a cycle of which nothing is drawn yet.
  public func problem() throws -> PairingProblem {
    try PairingProblem(membership: membership(), rulebook: Rulebook())
  }
}

/// The draws that are measured.
public enum Draws {
  /// A whole cycle; nothing is written.
  ///
  /// A generated membership may need waivers, so they are accepted.
  public static func cycle(of membership: Membership, seed: String) throws -> Drawer {
    try Rehearsal.run(
      membership, rulebook: Rulebook(), conflicts: [], seed: seed, software: "Benchmarks",
      acceptsWaivers: true, record: nil)
  }

  /// A cycle that is open and selected, so that its first year can be drawn.
  public static func selected(_ membership: Membership) throws -> Drawer {
    let drawer = try Drawer.open(
      membership, rulebook: Rulebook(), conflicts: [], software: "Benchmarks",
      acceptsWaivers: true, record: nil)
    try drawer.select(.plain(Label("1/selection")))
    return drawer
  }
}
