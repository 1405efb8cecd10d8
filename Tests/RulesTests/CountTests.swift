import Members
import Rules
import Testing

@Suite struct `Rules about numbers` {
  // MARK: seat

  @Test func `each seat that stays empty is one breach`() {
    var ring = Ring()
    ring.reviews[3].openReviewers = []
    let sentence = "Dalmatia (DAL) has 1 of the 2 reviewers it must have"
    #expect(ring.sentences("seat") == [sentence])
    ring.reviews[3].regionalReviewer = nil
    #expect(ring.sentences("seat").count == 2)
    ring.reviews[3].openReviewers = [0, 4]
    #expect(ring.sentences("seat").isEmpty, "any seat will do for this rule")
  }

  @Test func `one reviewer too many is a breach`() {
    var ring = Ring()
    ring.reviews[3].openReviewers = [0, 1]
    #expect(
      ring.sentences("seat") == ["Dalmatia (DAL) has more reviewers than the 2 it may have"])
  }

  // MARK: minimum_load and maximum_load

  @Test func `a State does the least number of reviews, and each one missing is a breach`() {
    var ring = Ring()
    ring.rulebook.minimumLoad = 2
    #expect(ring.sentences("minimum_load").isEmpty, "two are done by each")
    ring.rulebook.minimumLoad = 3
    ring.rulebook.maximumLoad = 3
    #expect(ring.sentences("minimum_load").count == 5)
    ring.rulebook.minimumLoad = 1
    ring.reviews[0].openReviewers = [3]
    ring.reviews[1].regionalReviewer = 4
    // Cathay was the second of Arcadia and the first of Bohemia.
    #expect(
      ring.sentences("minimum_load") == [
        "Cathay (CAT) has done 0 of the 1 reviews it must at least do"
      ])
    ring.states[2] = Ring.state("Cathay", isReviewer: false)
    #expect(ring.sentences("minimum_load").isEmpty, "it does no reviews at all")
    ring.states[2] = Ring.state("Cathay", isReviewed: false)
    #expect(ring.sentences("minimum_load").count == 1, "reviewed itself or not")
  }

  @Test func `no State does more than the most`() {
    var ring = Ring()
    ring.rulebook.maximumLoad = 2
    #expect(ring.sentences("maximum_load").isEmpty)
    ring.rulebook.minimumLoad = 0
    ring.rulebook.maximumLoad = 1
    #expect(ring.sentences("maximum_load").count == 5)
    #expect(
      ring.sentences("maximum_load").first
        == "Arcadia (ARC) does 2 reviews, more than the 1 it may do")
  }

  // MARK: reviewed_once

  @Test func `each State that is to be reviewed is reviewed once`() {
    var ring = Ring()
    ring.reviews.removeLast()
    #expect(
      ring.sentences("reviewed_once") == ["Elysium (ELY) is under review 0 times, not once"])
    ring.states[4] = Ring.state("Elysium", isReviewed: false)
    #expect(ring.sentences("reviewed_once").isEmpty)
    ring.reviews.append(Review(underReview: 4, year: 5))
    #expect(
      ring.sentences("reviewed_once") == [
        "Elysium (ELY) is under review but is not to be reviewed"
      ])
    ring.reviews.append(Review(underReview: 0, year: 5))
    #expect(ring.sentences("reviewed_once").count == 2)
  }

  // MARK: proportional

  @Test func `a group is spread over the years in proportion`() {
    var ring = Ring()
    ring.reviews[4].year = 1
    #expect(
      ring.sentences("proportional") == [
        "year 1 takes 2 of the 5 States of APG, out of proportion over 5 years",
        "year 5 takes 0 of the 5 States of APG, out of proportion over 5 years",
        "year 1 takes 2 of the 5 States in all, out of proportion over 5 years",
        "year 5 takes 0 of the 5 States in all, out of proportion over 5 years",
      ])
    ring.rulebook.years = 3
    ring.reviews[3].year = 2
    #expect(ring.sentences("proportional").isEmpty, "two, two and one")
  }

  /// Against the words of the contract, for every way to give five States of two groups years.
  @Test(arguments: [1, 2, 3, 4]) func `and the check says so for every choice of years`(
    years: Int
  ) {
    var ring = Ring()
    ring.rulebook.years = years
    for place in 3..<5 { ring.states[place] = Ring.state(ring.states[place].name, region: "EEG") }
    func isProportionate(_ states: Range<Int>) -> Bool {
      (1...years).allSatisfy { year in
        let count = states.count { ring.reviews[$0].year == year }
        let share = Double(states.count) / Double(years)
        return Double(count) == share.rounded(.down) || Double(count) == share.rounded(.up)
      }
    }
    var choices = 1
    for _ in 0..<5 { choices *= years }
    for choice in 0..<choices {
      var rest = choice
      for place in 0..<5 {
        ring.reviews[place].year = rest % years + 1
        rest /= years
      }
      for isProportional in [true, false] {
        ring.rulebook.isSelectionProportional = isProportional
        let expected =
          isProportionate(0..<5)
          && (!isProportional || isProportionate(0..<3) && isProportionate(3..<5))
        #expect(ring.sentences("proportional").isEmpty == expected)
      }
    }
  }
}
