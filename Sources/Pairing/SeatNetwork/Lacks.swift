import Members
import Rules

/// What the reviewers of each State can lack of its Protocols: sets with numbers from 1, each State's
/// apart; 0 is nothing.
struct Lacks: Sendable {
  /// The most different sets of one State; 0 without supplementary reviewers.
  private(set) var most = 0
  /// For each State, the sets for which supplementary seats are still to be drawn for reviewers
  /// drawn already, in the order of their lots.
  var due: [[Int]] = []
  /// For each State, what States of each kind lack, where it has a seat to draw; kinds are those with
  /// the same Protocols.
  private var ofKind: [[UInt8]] = []
  /// For each State, and each set of its own from 1, which kinds are party to all of it.
  private var isCovered: [[[Bool]]] = []
  private var kinds: [Int] = []
  /// For each State, and each set, its coupling; −1 where nobody can supplement it.
  private var couplings: [[Int32]] = []

  /// Numbers the sets of a problem.
  init(_ problem: PairingProblem) {
    guard problem.drawsSupplements else { return }
    let states = problem.membership.states
    var numbers: [[Label]: Int] = [:]
    var examples: [State] = []
    for state in states {
      if numbers[state.protocols] == nil {
        numbers[state.protocols] = examples.count
        examples.append(state)
      }
      kinds.append(numbers[state.protocols] ?? 0)
    }
    for (index, review) in problem.reviews.enumerated() {
      var sets: [[Label]] = []
      var ofKind: [UInt8] = []
      if review.isOpen {
        let lacking = examples.map {
          SupplementaryReviewers.lacking($0, toReview: states[index])
        }
        sets = Set(lacking).subtracting([[]]).sorted { $0.lexicographicallyPrecedes($1) }
        ofKind = lacking.map {
          UInt8(truncatingIfNeeded: (sets.firstIndex(of: $0) ?? -1) + 1)
        }
      }
      most = max(most, sets.count)
      isCovered.append(sets.map { set in examples.map { $0.isParty(to: set) } })
      couplings.append(Array(repeating: -1, count: sets.count))
      due.append(review.due.map { Int(ofKind[kinds[$0]]) })
      self.ofKind.append(ofKind)
    }
  }

  /// The most sets that can be numbered.
  static let limit = 255

  /// The number of what a reviewer lacks; 0 for nothing.
  func of(_ reviewer: Int, underReview state: Int) -> Int {
    most == 0 ? 0 : Int(ofKind[state][kinds[reviewer]])
  }

  /// Whether a State is party to all of a set.
  func covers(_ reviewer: Int, _ state: Int, _ lack: Int) -> Bool {
    isCovered[state][lack - 1][kinds[reviewer]]
  }

  /// How many sets a State's reviewers can lack.
  func count(of state: Int) -> Int { most == 0 ? 0 : couplings[state].count }

  /// The coupling of a set; nil where nobody can supplement it.
  func coupling(_ state: Int, _ lack: Int) -> Int? {
    let number = couplings[state][lack - 1]
    return number < 0 ? nil : Int(number)
  }

  /// Notes the coupling of a set.
  mutating func note(_ coupling: Int, of state: Int, _ lack: Int) {
    couplings[state][lack - 1] = Int32(truncatingIfNeeded: coupling)
  }
}
