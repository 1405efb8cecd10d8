/// The text of rulebooks.
public enum RulebookText {
  /// The built-in rulebook with what each key may hold, as `peerlots rulebook` prints it. Reading it
  /// gives `Rulebook()`.
  public static let builtIn = """
    name: UNTOC terms of reference 2010
    source: CTOC/COP/2010/17, resolution 5/5, annex I
    cycle: {years: 5}                   # 1 to 50
    reviewers:
      per_review: 2                     # 1 to 8
      same_region: 1                    # regional seats per review: 0 or 1
      protocols: all                    # all | any (no requirement)
      mutual_reviews: forbidden         # forbidden | allowed
      open_seats: any                   # any | other_region (its holder is not of the same group; \
    two States without a group are not of the same group)
      similar_legal_system: preferred   # preferred | ignored
    loads: {minimum: 1, maximum: 3}     # reviews done by a State in the cycle; 0 to 1000, minimum \
    not above maximum
    selection: {proportional: true}     # false: all States are one group for the selection
    redraws: {limit: 2, exclude_previous: true}
    waivers: [seat, same_region, minimum_load, legal_system]   # most serious first

    """
}
