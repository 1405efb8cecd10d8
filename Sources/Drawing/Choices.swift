import Members

/// The choices of a lot, in canonical order.
///
/// A list of labels, or, where there are many States, a set of places in a membership: kept as how
/// it differs from the set of a lot before, so that all bowls of a large cycle fit into memory.
public struct Choices: Hashable, Sendable {
  /// From so many States on, in the membership with which a cycle is opened, sets stand for lists.
  public static let fewestStatesForSets = 1_000

  private enum Form {
    case listed([Label])
    case set(ChoiceSet)
  }

  private let form: Form

  /// The choices of a list, as it stands.
  public init(_ labels: [Label]) { form = .listed(labels) }

  private init(_ set: ChoiceSet) { form = .set(set) }

  /// States of a membership.
  ///
  /// - Parameters:
  ///   - places: Their places, each once.
  ///   - before: The choices of a lot before that is probably much the same, which saves memory.
  init(places: [Int], of membership: Membership, before: Choices?) {
    var words = ChoiceSet.words(of: membership)
    for place in places { words[place >> 6] |= 1 << UInt64(place & 63) }
    self.init(words, of: membership, before: before)
  }

  private init(_ words: [UInt64], of membership: Membership, before: Choices?) {
    if let before = before?.set, before.membership.identity === membership.identity {
      let differing = ChoiceSet.places(zip(words, before.words).map { $0 ^ $1 })
      self.init(ChoiceSet(differing, from: before))
    } else {
      self.init(ChoiceSet(words, of: membership))
    }
  }

  private var set: ChoiceSet? { if case .set(let set) = form { set } else { nil } }

  /// How many there are.
  public var count: Int {
    switch form {
    case .listed(let labels): labels.count
    case .set(let set): set.count
    }
  }

  /// The labels, in canonical order.
  ///
  /// - Complexity: Linear in the number of States.
  public var labels: [Label] {
    switch form {
    case .listed(let labels): labels
    case .set(let set): ChoiceSet.places(set.words).map { set.membership.states[$0].code }
    }
  }

  // MARK: As a ledger tells them

  /// The same choices as a set of States of a membership; nil where they are not States of it, in
  /// canonical order.
  package func set(in membership: Membership) -> Choices? {
    if let set, set.membership.identity === membership.identity { return self }
    let places = labels.compactMap { membership.index(of: $0) }
    guard places.count == count, zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return nil
    }
    return Choices(places: places, of: membership, before: nil)
  }

  /// What these choices leave out of others and add to them, in canonical order; both are sets of
  /// one membership.
  package func difference(from other: Choices) -> (without: [Label], with: [Label])? {
    guard let set, let other = other.set, set.membership.identity === other.membership.identity
    else { return nil }
    let (words, before) = (set.words, other.words)
    func labels(_ words: [UInt64]) -> [Label] {
      ChoiceSet.places(words).map { set.membership.states[$0].code }
    }
    return (
      labels(zip(before, words).map { $0 & ~$1 }), labels(zip(words, before).map { $0 & ~$1 })
    )
  }

  /// These choices without some and with others; nil where one of those is not among them, one of
  /// these is, or is no State of the membership.
  package func changed(without: [Label], with: [Label]) -> Choices? {
    guard let set else { return nil }
    let words = set.words
    var places: [Int] = []
    for (labels, isIn) in [(without, true), (with, false)] {
      for label in labels {
        guard let place = set.membership.index(of: label),
          (words[place >> 6] >> UInt64(place & 63) & 1 == 1) == isIn
        else { return nil }
        places.append(place)
      }
    }
    return Choices(ChoiceSet(places, from: set))
  }

  // MARK: Equality

  /// Whether the labels are the same.
  public static func == (left: Choices, right: Choices) -> Bool {
    if left.count != right.count { return false }
    if let set = left.set, let other = right.set,
      set.membership.identity === other.membership.identity
    {
      return set === other || set.words == other.words
    }
    return left.labels == right.labels
  }

  /// Hashes how many there are.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

/// A set of States of a membership, as how it differs from another one; after some steps whole.
private final class ChoiceSet: Sendable {
  let membership: Membership
  let count: Int
  private let base: ChoiceSet?
  /// The places that are in one of this and the base, or the words of the whole.
  private let differing: [Int32]
  private let whole: [UInt64]
  private let steps: Int

  /// How many steps lead to a whole set at most.
  private static let mostSteps = 16

  init(_ words: [UInt64], of membership: Membership) {
    self.membership = membership
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    (base, differing, whole, steps) = (nil, [], words, 0)
  }

  /// - Parameter differing: The places that are in one of the two only.
  init(_ differing: [Int], from base: ChoiceSet) {
    membership = base.membership
    let differing = differing.map { Int32($0) }
    var words = base.words
    Self.change(&words, differing)
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    if base.steps + 1 < Self.mostSteps, differing.count < words.count {
      (self.base, self.differing, whole, steps) = (base, differing, [], base.steps + 1)
    } else {
      (self.base, self.differing, whole, steps) = (nil, [], words, 0)
    }
  }

  /// A bit for each State of the membership, 64 a word.
  var words: [UInt64] {
    var root = self
    while let base = root.base { root = base }
    var words = root.whole
    // Each step changes some bits, in whatever order.
    var step = self
    while let base = step.base {
      Self.change(&words, step.differing)
      step = base
    }
    return words
  }

  /// The words of an empty set.
  static func words(of membership: Membership) -> [UInt64] {
    Array(repeating: 0, count: (membership.states.count + 63) / 64)
  }

  private static func change(_ words: inout [UInt64], _ places: [Int32]) {
    for place in places { words[Int(place >> 6)] ^= 1 << UInt64(place & 63) }
  }

  /// The places of bits that are set, in order.
  static func places(_ words: [UInt64]) -> [Int] {
    var places: [Int] = []
    for (number, word) in words.enumerated() where word != 0 {
      var bits = word
      while bits != 0 {
        places.append(number * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return places
  }
}
