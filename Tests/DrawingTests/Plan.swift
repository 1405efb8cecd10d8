/// A set of States, one bit each, so that brute force does not spend its time on lists.
typealias StateSet = UInt16

extension StateSet {
  static func of(_ states: [Int]) -> StateSet { states.reduce(0) { $0 | 1 << StateSet($1) } }

  func contains(_ state: Int) -> Bool { self >> StateSet(state) & 1 == 1 }

  /// The set with one more State.
  func with(_ state: Int) -> StateSet { self | 1 << StateSet(state) }

  /// The set with one State less.
  func without(_ state: Int) -> StateSet { self & ~(1 << StateSet(state)) }

  /// The States, in canonical order.
  var members: StateSetMembers { StateSetMembers(rest: self) }
}

/// Goes through a set of States in canonical order.
struct StateSetMembers: Sequence, IteratorProtocol {
  var rest: StateSet

  mutating func next() -> Int? {
    guard rest != 0 else { return nil }
    defer { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}

/// A cycle in which every review is either drawn, or about to be, or untouched: all that the rest
/// of it depends on. Two cycles with equal plans have the same completions.
struct Plan: Hashable {
  /// The most States for which a plan fits its numbers.
  static let mostStates = 11

  /// The States whose review is untouched.
  var waiting: StateSet = 0
  /// How many reviews each State does: four bits a State.
  private var loads: UInt64 = 0
  /// Which States may not review a State because it reviews them: eleven bits a State.
  private var barred: UInt128 = 0

  func load(_ state: Int) -> Int { Int(truncatingIfNeeded: loads >> UInt64(4 * state) & 15) }

  mutating func setLoad(_ state: Int, _ load: Int) {
    loads &= ~(15 << UInt64(4 * state))
    loads |= UInt64(truncatingIfNeeded: load) << UInt64(4 * state)
  }

  /// The States that may not review a State.
  func barred(from state: Int) -> StateSet {
    StateSet(truncatingIfNeeded: barred >> UInt128(Self.mostStates * state)) & 0x7FF
  }

  /// Bars a State from reviewing another.
  mutating func bar(_ reviewer: Int, from state: Int) {
    barred |= 1 << UInt128(Self.mostStates * state + reviewer)
  }

  /// Forgets who may not review a State, once nobody will any more.
  mutating func unbarAll(from state: Int) {
    barred &= ~(0x7FF << UInt128(Self.mostStates * state))
  }

  /// Keeps only the bars that matter.
  mutating func keepBars(_ mattering: (Int) -> StateSet) {
    for state in waiting.members {
      let row = UInt128(barred(from: state) & ~mattering(state))
      barred &= ~(row << UInt128(Self.mostStates * state))
    }
  }
}
