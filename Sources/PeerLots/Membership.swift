internal import Members
internal import Records

/// The States of a cycle, in canonical order: byte order of their codes.
///
/// A membership that exists is a lawful one: every way to make one reports all that is wrong at
/// once, as ``PeerLotsFailure/data(_:)``.
public struct Membership: Hashable, Sendable {
  /// The States, in canonical order.
  public let states: [State]
  /// What is lawful but probably not meant, a sentence each.
  public let warnings: [String]
  let base: Members.Membership
  let reading: MembershipReader.Reading
  let file: String

  /// Reads a membership from a CSV file with a column `state`; *Tables* says what it may hold.
  ///
  /// - Parameter path: The file, of at most 64 MiB.
  /// - Complexity: O(n log n) for n States.
  public init(contentsOf path: String) throws(PeerLotsFailure) {
    do throws(RecordsFailure) {
      self.init(try MembershipReader.read(path: path), file: path)
    } catch { throw PeerLotsFailure(error) }
  }

  /// Reads a membership from the text of such a file.
  public init(csv text: String) throws(PeerLotsFailure) {
    do throws(RecordsFailure) {
      self.init(try MembershipReader.read(Array(text.utf8), file: "membership"), file: "membership")
    } catch { throw PeerLotsFailure(error) }
  }

  /// Makes a membership of States in any order.
  ///
  /// A fault names the State by its line: 2 for the first.
  public init(_ states: [State]) throws(PeerLotsFailure) {
    try self.init(csv: Self.csv(states))
  }

  private init(_ reading: MembershipReader.Reading, file: String) {
    self.reading = reading
    self.file = file
    base = reading.membership
    states = base.states.map(State.init)
    warnings = reading.warnings.map(\.description)
  }

  /// The State with this code; nil where there is none.
  public subscript(code: String) -> State? {
    base.index(of: Label(code)).map { states[$0] }
  }

  /// Two memberships are equal when their States are.
  public static func == (left: Membership, right: Membership) -> Bool {
    left.states == right.states
  }

  /// Hashes the States.
  public func hash(into hasher: inout Hasher) { hasher.combine(states) }

  /// States as a table; its reader is the one judge of what a State may be.
  private static func csv(_ states: [State]) -> String {
    var bytes: [UInt8] = []
    DelimitedLine.append(
      [
        "state", "name", "region", "protocols", "legal_systems", "languages", "reviewed",
        "reviewer", "year", "seats", "minimum", "maximum",
      ], to: &bytes)
    func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
    for state in states {
      DelimitedLine.append(
        [
          state.code, state.name, state.region, state.protocols.joined(separator: " "),
          state.legalSystems.joined(separator: " "), state.languages.joined(separator: " "),
          state.isReviewed ? "yes" : "no", state.isReviewer ? "yes" : "no", number(state.year),
          number(state.seats), number(state.minimum), number(state.maximum),
        ], to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
