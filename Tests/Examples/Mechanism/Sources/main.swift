// A mechanism of one's own: towns review each other's libraries, by three kinds of seats.
import PeerLots

var rulebook = Rulebook()
rulebook.name = "Libraries of towns"
rulebook.source = "an example"
rulebook.years = 2
rulebook.seats = [
  SeatKind("neighbour", group: .same),
  SeatKind("guest", group: .other),
  SeatKind("open"),
]
rulebook.protocols = .any
rulebook.allowsMutualReviews = true
(rulebook.minimum, rulebook.target, rulebook.maximum) = (1, 3, 4)
rulebook.redrawLimit = 1
rulebook.waivers = [.sameRegion, .minimumLoad, .targetLoad]

let valleys = [
  "North": ["Aal", "Bo", "Dal"], "South": ["Elv", "Fet", "Gol"], "Coast": ["Hov", "Ise"],
]
let towns = valleys.flatMap { valley, names in names.map { State($0, region: valley) } }
let membership = try Membership(towns)
// The two on the coast may not sit on one review.
let conflicts = Conflicts(exclusions: [.init("Hov", "Ise")])

let check = try Check(membership, rulebook: rulebook, conflicts: conflicts)
print(
  check.isKept ? "The rules can be kept." : "At best: \(check.best.map(String.init) ?? "nothing")")

let cycle = try Cycle.rehearse(
  membership, rulebook: rulebook, conflicts: conflicts, seed: "town fair", acceptingWaivers: true)
for review in cycle.reviews {
  let seats = review.seats.map { "\($0.kind) \($0.reviewer.code)" }
  print("\(review.year ?? 0) \(review.state.code): \(seats.joined(separator: ", "))")
}
print("waived: \(cycle.best)")
let verification = try Verification(ledger: cycle.ledger, head: cycle.head)
print("verified: \(verification.lotCount) lots, \(verification.head)")
