/// The text of rulebooks.
public enum RulebookText {
  /// The built-in rulebook with what each key may hold, as `peerlots rulebook` prints it. Reading it
  /// gives `Rulebook()`.
  public static let builtIn = """
    name: UNTOC terms of reference 2010
    source: CTOC/COP/2010/17, resolution 5/5, annex I
    cycle: {years: 5, selected: 5}      # 1 to 50; the selection is over the first `selected` years \
    (default: all)
    joining: by_lot                     # by_lot | last_year: when a State that joins later is \
    reviewed
    reviewers:
      seats:                            # 1 to 4 kinds, in the order in which they are drawn; at \
    most 8 seats in all
        - {name: regional, count: 1, group: same, legal_system: preferred}
        - {name: open, count: 1, group: any, legal_system: ignored}
      distinct_groups: false            # true: no two reviewers of a State are of one group
      protocols: all                    # all | any | supplement
      mutual_reviews: forbidden         # forbidden | allowed
    loads: {minimum: 1, target: 0, maximum: 3, per_year: 1000}   # reviews done by a State: in the \
    cycle; in one year
    selection: {method: lots, proportional: true}   # lots | alphabetical | given; proportional \
    false: all States are one group
    redraws: {limit: 2, scope: review, exclude_previous: true}   # scope: review | reviewer (one \
    reviewer a request)
    waivers: [seat, supplement, same_region, minimum_load, legal_system, target_load]   # most \
    serious first

    """
}
