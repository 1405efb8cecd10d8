import Members
import Rules
import Testing

@Suite struct `Rules about who reviews whom` {
  @Test func `all keep a lawful draw`() {
    #expect(Ring().breaches.isEmpty)
    let judged = Provisions(Rulebook()).judge(Ring().draw)
    #expect(judged.vector.isZero && judged.unlawful.isEmpty)
  }

  @Test func `every one has a paragraph and a clause, and no two share a name`() {
    let all = Provisions(Rulebook()).all
    #expect(Set(all.map(\.name)).count == all.count)
    for provision in all {
      #expect(!provision.paragraph.isEmpty)
      #expect(provision.clause.first?.isLowercase == true && !provision.clause.hasSuffix("."))
    }
    #expect(
      Set(all.compactMap(\.waiver))
        == Set(WaivableRule.counted).union([.targetLoad, .supplement]))
  }

  // MARK: other_states

  @Test func `no State reviews itself`() {
    var ring = Ring()
    ring.reviews[1].openReviewers = [1]
    #expect(ring.sentences("other_states") == ["Bohemia (BOH) reviews itself"])
  }

  @Test func `no State reviews another twice`() {
    var ring = Ring()
    ring.reviews[0].openReviewers = [1]
    #expect(ring.sentences("other_states") == ["Bohemia (BOH) reviews Arcadia (ARC) twice"])
  }

  // MARK: protocols

  @Test func `a reviewer is party to every Protocol, and may be party to more`() {
    var ring = Ring()
    ring.states[2] = Ring.state("Cathay", protocols: ["TIP", "SOM", "FA"])
    // Cathay is reviewed by Dalmatia and Elysium, which are party to one of the three.
    #expect(
      ring.sentences("protocols") == [
        "Dalmatia (DAL) reviews Cathay (CAT) but is not party to FA, SOM",
        "Elysium (ELY) reviews Cathay (CAT) but is not party to FA, SOM",
      ])
    ring.states[3] = Ring.state("Dalmatia", protocols: ["FA", "SOM", "TIP"])
    #expect(ring.sentences("protocols").count == 1 + 2)
    ring.rulebook.protocols = .any
    #expect(ring.sentences("protocols").isEmpty)
  }

  @Test func `a State without Protocols may be reviewed by any, and reviews only its like`() {
    let rule = EveryProtocol(Rulebook())
    let (none, one) = (Ring.state("None", protocols: []), Ring.state("One"))
    #expect(rule.permits(one, toReview: none, in: .open))
    #expect(rule.permits(none, toReview: none, in: .open))
    #expect(!rule.permits(none, toReview: one, in: .regional))
    let two = Ring.state("Two", protocols: ["FA", "TIP"])
    #expect(rule.permits(two, toReview: one, in: .open))
    #expect(!rule.permits(one, toReview: two, in: .open))
  }

  // MARK: same_region

  @Test func `the regional seat is held from within the group`() {
    var ring = Ring()
    ring.states[1] = Ring.state("Bohemia", region: "EEG")
    // Bohemia holds the regional seat of Arcadia; its own is held by Cathay.
    #expect(
      ring.sentences("same_region") == [
        "Arcadia (ARC) has no reviewer of its regional group, APG",
        "Bohemia (BOH) has no reviewer of its regional group, EEG",
      ])
  }

  @Test func `a State without a group, or a rulebook without regional seats, asks for none`() {
    var ring = Ring()
    ring.states[0] = Ring.state("Arcadia", region: "")
    ring.reviews[0] = Review(underReview: 0, year: 1, openReviewers: [1, 2])
    ring.reviews[4].regionalReviewer = nil
    #expect(
      ring.sentences("same_region") == [
        "Elysium (ELY) has no reviewer of its regional group, APG"
      ])
    ring.rulebook.regionalSeats = 0
    #expect(ring.sentences("same_region").isEmpty)
    // Two States without a group are not of the same group.
    let rule = SameRegionalGroup()
    #expect(!rule.permits(ring.states[0], toReview: ring.states[0], in: .regional))
    #expect(rule.permits(ring.states[0], toReview: ring.states[1], in: .open))
  }

  // MARK: open_seats

  @Test func `open seats are for other groups where the rulebook says so`() {
    var ring = Ring()
    #expect(ring.sentences("open_seats").isEmpty)
    ring.rulebook.openSeats = .otherRegion
    #expect(ring.sentences("open_seats").count == 5)
    #expect(
      ring.sentences("open_seats").first
        == "Cathay (CAT) holds an open seat of Arcadia (ARC), of its own group")
    ring.states[2] = Ring.state("Cathay", region: "EEG")
    #expect(ring.sentences("open_seats").count == 3)
    ring.states[2] = Ring.state("Cathay", region: "")
    ring.states[0] = Ring.state("Arcadia", region: "")
    let arcadia = ring.sentences("open_seats").filter { $0.contains("seat of Arcadia") }
    #expect(arcadia.isEmpty, "two States without a group are not of the same group")
  }

  // MARK: legal_system

  @Test func `the regional reviewer shares a legal system, where the State has one on record`() {
    var ring = Ring()
    ring.states[1] = Ring.state("Bohemia", legalSystems: ["common", "customary"])
    #expect(
      ring.sentences("legal_system") == [
        "Arcadia (ARC) has no reviewer of its group with a similar legal system",
        "Bohemia (BOH) has no reviewer of its group with a similar legal system",
      ])
    ring.states[1] = Ring.state("Bohemia", legalSystems: ["civil", "common"])
    #expect(ring.sentences("legal_system").isEmpty, "one shared system is enough")
    ring.states[1] = Ring.state("Bohemia", legalSystems: [])
    #expect(ring.sentences("legal_system").count == 1, "Bohemia itself is not counted")
    ring.rulebook.similarLegalSystem = .ignored
    #expect(ring.sentences("legal_system").isEmpty)
  }

  // MARK: mutual_reviews

  @Test func `no two States review each other, in whatever seats and years`() {
    var ring = Ring()
    ring.reviews[2].openReviewers = [0]
    #expect(
      ring.sentences("mutual_reviews") == ["Arcadia (ARC) and Cathay (CAT) review each other"])
    ring.rulebook.mutualReviews = .allowed
    #expect(ring.sentences("mutual_reviews").isEmpty)
  }

  // MARK: reviewers_only and conflicts

  @Test func `a State that does no reviews reviews nobody`() {
    var ring = Ring()
    ring.states[4] = Ring.state("Elysium", isReviewer: false)
    #expect(
      ring.sentences("reviewers_only") == [
        "Elysium (ELY), which does no reviews, reviews Cathay (CAT)",
        "Elysium (ELY), which does no reviews, reviews Dalmatia (DAL)",
      ])
  }

  @Test func `a pair of the conflicts table is not drawn, but the other way round it may be`() {
    var ring = Ring()
    ring.conflicts = [Conflict(underReview: "BOH", reviewer: "ARC")]
    #expect(ring.sentences("conflicts").isEmpty)
    ring.conflicts = [Conflict(underReview: "ARC", reviewer: "BOH")]
    #expect(
      ring.sentences("conflicts") == [
        "Bohemia (BOH) reviews Arcadia (ARC), which the conflicts table excludes"
      ])
  }
}
