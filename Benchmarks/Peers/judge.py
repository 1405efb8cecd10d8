"""Judges a finished draw by the built-in rulebook, whoever made it: broken rules, and waivers."""

import collections

RULES = ["seat", "same_region", "minimum_load", "legal_system"]
YEARS = 5


def judge(states, draw):
    """The waiver vector of a draw, in the order of RULES, and what it breaks.

    `draw` holds for every State under review, by its number: its year, its regional reviewer or
    None, and a list of its open reviewers.
    """
    broken = []
    waived = dict.fromkeys(RULES, 0)
    loads = collections.Counter()
    pairs = set()
    reviewed = {number for number, state in enumerate(states) if state.is_reviewed}
    if set(draw) != reviewed:
        broken.append("not every State is reviewed exactly once")
    for one, (_, regional, others) in sorted(draw.items()):
        state = states[one]
        reviewers = others + ([] if regional is None else [regional])
        waived["seat"] += 2 - len(reviewers)
        if len(reviewers) > 2 or len(set(reviewers)) < len(reviewers):
            broken.append(f"{state.code} has a reviewer too many")
        for other in reviewers:
            if other == one or not states[other].is_reviewer:
                broken.append(f"{states[other].code} may not review {state.code}")
            if not state.protocols <= states[other].protocols:
                broken.append(f"{states[other].code} lacks a Protocol of {state.code}")
            loads[other] += 1
            pairs.add((one, other))
        if state.region:
            waived["same_region"] += regional is None
            if regional is not None and states[regional].region != state.region:
                broken.append(f"{state.code} has no regional reviewer of its group")
            if state.legal_systems:
                similar = regional is not None and (
                    state.legal_systems & states[regional].legal_systems
                )
                waived["legal_system"] += not similar
        elif regional is not None:
            broken.append(f"{state.code} has a regional reviewer and no group")
    broken += [
        f"{states[one].code} and {states[other].code} review each other"
        for one, other in sorted(pairs)
        if one < other and (other, one) in pairs
    ]
    for number, state in enumerate(states):
        if state.is_reviewer:
            waived["minimum_load"] += loads[number] == 0
        if loads[number] > 3:
            broken.append(f"{state.code} does {loads[number]} reviews")
    return [waived[rule] for rule in RULES], broken + disproportions(states, draw)


def disproportions(states, draw):
    """Groups of which a year takes more or fewer than its share, rounded up or down; para. 14."""
    taken = collections.Counter()
    sizes = collections.Counter()
    for number, (year, _, _) in draw.items():
        for group in (f"group {states[number].region!r}", "all States"):
            taken[group, year] += 1
            sizes[group] += 1
    return [
        f"year {year} takes {taken[group, year]} of the {size} of {group}"
        for group, size in sorted(sizes.items())
        for year in range(1, YEARS + 1)
        if not size // YEARS <= taken[group, year] <= -(-size // YEARS)
    ]
