// swift-format-ignore-file
// Made from Instances/rulebooks by PresetTests (PEERLOTS_RECORD=1). Change the files there.

extension Preset {
  /// The text of each preset, by its name.
  static let texts: [String: String] = [
    "untoc-2010": #"""
# The terms of reference planned in 2010: CTOC/COP/2010/17, resolution 5/5, annex I, read in full.
# This is the built-in rulebook. "not known" marks what the text does not say; what is assumed
# follows it.
name: UNTOC terms of reference 2010
source: CTOC/COP/2010/17, resolution 5/5, annex I
# The cycle of five years, in which every State is reviewed once: paras. 12 and 13.
cycle: {years: 5, selected: 5}
# When a State that joins later is reviewed: not known. Assumed: in a year drawn by lot.
joining: by_lot
reviewers:
  # Two other States: para. 18. One of the same regional group and, if possible, with a similar
  # legal system: para. 19. Nothing is asked of the other.
  seats:
    - {name: regional, count: 1, group: same, legal_system: preferred}
    - {name: open, count: 1, group: any, legal_system: ignored}
  # Two reviewers of one group: not forbidden.
  distinct_groups: false
  # A reviewer is party to every Protocol of the State under review: para. 18 bis.
  protocols: all
  # No mutual reviews, over the whole cycle: para. 19.
  mutual_reviews: forbidden
# At least one and at most three reviews by the end of the cycle: para. 20. A number that each State
# should do, and the most in one year: not in the text; none is asked for.
loads: {minimum: 1, target: 0, maximum: 3, per_year: 1000}
# By lot, from each regional group in proportion to its size: para. 14.
selection: {method: lots, proportional: true}
# At most two requests, more only exceptionally: para. 19. What a request releases, and whether
# those released may be drawn again: not known. Assumed: all, and they may not.
redraws: {limit: 2, scope: review, exclude_previous: true}
# Which rule gives way where not all can be kept: not known, but for the similar legal system, "if
# possible" (para. 19). Assumed: this order.
waivers: [seat, supplement, same_region, minimum_load, legal_system, target_load]

"""#,
    "untoc-2018": #"""
# The procedures adopted for the Convention against Transnational Organized Crime: CTOC/COP
# resolution 9/1 of 2018, annex; launched by resolution 10/1 of 2020. Its full text was not read: a
# quotation of it was, and pages of UNODC (review-mechanism-untoc: overview, home, FAQ, news). The
# numbers of paragraphs are not known. "not known" marks what none of them says; what is assumed
# follows it.
name: UNTOC procedures adopted in 2018
source: CTOC/COP resolution 9/1 of 2018, annex, as far as pages of UNODC and a quotation tell it
# Three groups of States, drawn by lot, that begin in three consecutive years: overview. What is a
# year here is such a group.
cycle: {years: 3, selected: 3}
# When a State that joins later is reviewed: not known. Assumed: in a group drawn by lot.
joining: by_lot
reviewers:
  # For each instrument two other States, one of the same regional group and one of a different one:
  # overview. A similar legal system is mentioned nowhere.
  seats:
    - {name: regional, count: 1, group: same, legal_system: ignored}
    - {name: other, count: 1, group: other, legal_system: ignored}
  # Whether supplementary reviewers must be of different groups: not known. Assumed: no.
  distinct_groups: false
  # Nobody reviews an instrument that it is not party to; where a reviewer lacks some, an additional
  # lot names an additional reviewer for those alone: list item (b), quoted. So there are at most
  # four in all, which item (c) asks for too.
  protocols: supplement
  # No mutual reviews: item (a), quoted.
  mutual_reviews: forbidden
# How many reviews a State does: not known. Assumed: as planned in 2010 (para. 20 there). The
# published numbers of participants (131, 131, 134) fit a maximum of three, and none slightly better;
# they do not fit one review a year.
loads: {minimum: 1, target: 0, maximum: 3, per_year: 1000}
# By lot: overview. In proportion to the regional groups: not known. Assumed: as planned in 2010
# (para. 14 there).
selection: {method: lots, proportional: true}
# Whether and how often reviewers are drawn again: not known. Assumed: as planned in 2010 (para. 19
# there).
redraws: {limit: 2, scope: review, exclude_previous: true}
# Which rule gives way where not all can be kept: not known. Assumed: this order.
waivers: [seat, supplement, same_region, minimum_load]

"""#,
    "uncac": #"""
# The mechanism of the Convention against Corruption: CAC/COSP resolution 3/1, annex. Paragraphs 14
# to 20 were read in the draft of 2010 for the other Convention, which is a near copy and names the
# same paragraphs; the rest on pages of UNODC. "not known" marks what none of them says; what is
# assumed follows it.
name: UNCAC review mechanism
source: CAC/COSP resolution 3/1, annex; paras. 14 to 20 as CTOC/COP/2010/17 copies them
# Cycles of five years; one fourth of the States in each of the first four: resolution 3/1, para. 3.
cycle: {years: 5, selected: 4}
# States that ratify after the lots are reviewed in the fifth year: UNODC, country pairings.
joining: last_year
reviewers:
  # Two reviewers, one of the same regional group and, if possible, with a similar legal system:
  # paras. 18 and 19.
  seats:
    - {name: regional, count: 1, group: same, legal_system: preferred}
    - {name: open, count: 1, group: any, legal_system: ignored}
  # Two reviewers of one group: not forbidden.
  distinct_groups: false
  # One instrument, without Protocols.
  protocols: any
  # No mutual reviews: para. 19.
  mutual_reviews: forbidden
# Beside its own review at least one and at most three by the end of the cycle: para. 20.
loads: {minimum: 1, target: 0, maximum: 3, per_year: 1000}
# By lot, from each regional group in proportion to its size, at the start of a cycle: para. 14.
selection: {method: lots, proportional: true}
# At most two requests, more in exceptional circumstances: para. 19. What a request releases, and
# whether those released may be drawn again: not known. Assumed: all, and they may not.
redraws: {limit: 2, scope: review, exclude_previous: true}
# Which rule gives way where not all can be kept: not known, but for the similar legal system, "if
# possible" (para. 19). Assumed: this order.
waivers: [seat, same_region, minimum_load, legal_system]

"""#,
    "upr": #"""
# The Universal Periodic Review of the Human Rights Council: its resolution 5/1, annex, and what
# pages say of it (ungeneva.org of 2008, a note of its secretariat of 2008, decision 17/119). In the
# membership, `reviewer` is yes for the members of the Council alone. "not known" marks what none of
# them says; what is assumed follows it. The numbers of paragraphs are those named there and were
# not compared with the resolution.
name: Universal Periodic Review
source: Human Rights Council resolution 5/1, annex, as far as pages about it tell it
# 14 States a session from the second cycle on: decision 17/119, para. 1. With 193 States that makes
# 14 sessions. What is a year here is a session.
cycle: {years: 14, selected: 14}
# When a State that joins later is reviewed: not known. Assumed: in a session drawn by lot.
joining: by_lot
reviewers:
  # Three rapporteurs by lot among the members of the Council: para. 18 (d). That one of them be of
  # its own group is a State's to ask, which cannot be expressed for one State alone.
  seats:
    - {name: rapporteur, count: 3, group: any, legal_system: ignored}
  # From different regional groups: para. 18 (d).
  distinct_groups: true
  # No Protocols are concerned.
  protocols: any
  # Mutual reviews: not known. Assumed: allowed.
  mutual_reviews: allowed
# Once a session: not known as a rule; in the 19 troikas on file nobody served twice in a session.
# How often in the cycle: not known. Assumed: as often as sessions are.
loads: {minimum: 0, target: 0, maximum: 1000, per_year: 1}
# A lot names the first State of each regional group, then alphabetically from there: para. 12, as
# the secretariat's note of 2008 has it.
selection: {method: alphabetical, proportional: true}
# A State may ask for another rapporteur on one occasion: para. 19. That whoever was replaced is not
# drawn again: not known. Assumed.
redraws: {limit: 1, scope: reviewer, exclude_previous: true}
# No rule gives way: not known. Assumed, since no troika on file lacks a rapporteur.
waivers: []

"""#,
    "mesicic-2002": #"""
# The draw of 2002 for the first round of MESICIC, the mechanism of the Inter-American Convention
# against Corruption: a box with two ballots for each of 22 States, as
# oas.org/juridico/english/mec_ron1_sub.htm tells it (its beginning was read). In the membership,
# `region` holds the legal tradition. There the first ballot was free and the second returned until
# one of the two was of the tradition; here the seat of the tradition is drawn first, so the odds of
# pairs differ. "not known" marks what the page does not say; what is assumed follows it.
name: MESICIC draw of 2002
source: oas.org/juridico/english/mec_ron1_sub.htm
# One draw for all States.
cycle: {years: 1, selected: 1}
# How the States that joined later came in: not known. Assumed: not at all, once all is drawn.
joining: by_lot
reviewers:
  # Two States, at least one of the same legal tradition.
  seats:
    - {name: tradition, count: 1, group: same, legal_system: ignored}
    - {name: open, count: 1, group: any, legal_system: ignored}
  # Both of one tradition: allowed.
  distinct_groups: false
  # One instrument.
  protocols: any
  # A ballot of a State that the drawing State already reviews is returned.
  mutual_reviews: forbidden
# Two ballots for each State, so each reviews twice.
loads: {minimum: 2, target: 0, maximum: 2, per_year: 1000}
# Nothing is selected: all States are of one draw.
selection: {method: lots, proportional: false}
# Whether a State could ask for others: not known. Assumed: no.
redraws: {limit: 0, scope: review, exclude_previous: true}
# Every ballot was used, so nothing gave way.
waivers: []

"""#,
  ]
}
