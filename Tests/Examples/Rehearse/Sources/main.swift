import PeerLots

let membership = try Membership(contentsOf: "Instances/untoc-2010.csv")
let cycle = try Cycle.rehearse(membership, seed: "2010-10-22")
for review in cycle.reviews(inYear: 1) {
  print(review.state.code, review.reviewers.map(\.code))
}
print(cycle.head)
