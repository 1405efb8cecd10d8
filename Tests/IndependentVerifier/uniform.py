"""Uniform outcomes and tickets in a ledger, for verify.py, written from the contract and the pages
Ledger and Uniform. `now` is the cycle as verify.py holds it, with its functions. Without --chains
an outcome is checked to be fit, with --chains also drawn again (chain.py), but under the rules that
chain.py does not count by: a target, a bound a year, and, where nobody is supplemented, several
kinds of seats, distinct groups and exclusions.
"""
import json
from collections import Counter
from functools import cache
from hashlib import sha256
from itertools import permutations

import chain

CHAIN_RULES = ("seat", "same_region", "minimum_load", "legal_system")


def check(right, message):
    if not right:
        raise ValueError(message)


def uniform(now):
    """A year drawn by the method uniform."""
    event = now.take("uniform", draw=now.draw, year=now.count["year"])
    ways = [way for way in (("outcomes", "number"), ("lawful_sweeps", "sweeps"))
            if {*way} & {*event}]
    check(len(ways) == 1 and {*ways[0]} <= {*event}, "outcomes and number, or a chain's sweeps")
    if "number" in event:
        number, blocks = now.draw_index(now.key, 0, int(event["outcomes"]))
        check((event["number"], event["blocks"]) == (str(number), blocks), "number, blocks")
    if now.chains and is_plain(now):
        way, drawn = chain.draw(space(now), now.seed, now.draw_index)
        way["outcome"] = of_year(now, drawn, now.count["year"])
        check({**event, **way} == event, "the seed draws another outcome, or in another way")
    settle(now, event)


def tickets(now):
    """The list of tickets of the next year."""
    year = now.count["year"] + 1
    check(now.draw == f"tickets year {year}" and not now.tickets, "no list is due here")
    now.drew = True
    now.tickets = event = now.take("tickets", draw=now.draw)
    now.basis, now.lists = basis(now), None
    if now.chains and is_plain(now):
        way, drawn = chain.tickets(space(now), now.seed, event["count"], now.draw_index)
        now.lists = [of_year(now, one, year) for one in drawn]
        way = {"outcomes": None, **way, "sha256": list_hash(now.lists)}
        for name in way:
            check(event.get(name) == way[name], f"{name} should be {way[name]}")


def ticket(now):
    """A year drawn by a ticket of its list."""
    check(now.tickets, "no tickets are published")
    now.count["year"] += 1
    draw = f"year {now.count['year']}"
    now.begin(draw, {**now.due(draw, "tickets"), "method": "tickets"})
    event = now.take("ticket", draw=draw)
    check(0 <= event["ticket"] < now.tickets["count"], "the list has no such ticket")
    check(not now.lists or event["outcome"] == now.lists[event["ticket"]], "the ticket is another")
    now.tickets = None
    settle(now, event)


def is_plain(now):
    """Whether chain.py knows all the rules; else outcomes are not drawn again, and that is said."""
    review, loads = now.rules["reviewers"], now.rules["loads"]
    groups = [kind["group"] for kind in now.kind.values()]
    most = max(row.get("maximum", loads["maximum"]) for row in now.members.values())
    plain = (supplemented(now) or groups[:-1] in ([], ["same"]) and groups[-1] != "same"
             and all(kind["count"] < 2 for kind in now.kind.values() if kind["group"] == "same")
             and not review["distinct_groups"] and not now.exclusions)
    plain = plain and not loads["target"] and most <= loads["per_year"]
    now.undrawn = now.undrawn or not plain
    return plain


def basis(now):
    """All that the tickets of a list follow from: a list lapses when it changes."""
    rows = [{name: row[name] for name in row if name not in ("name", "languages", "year")}
            for row in now.members.values()]
    return json.dumps([
        {**now.rules, "name": "", "source": "", "redraws": {}}, now.best, rows,
        sorted(now.year_of.items()),
        sorted((state, sorted(held)) for state, held in now.seats.items()),
        sorted(now.stood_down), sorted(now.conflicts), sorted(now.exclusions),
        [[rule, sorted(lines.items())] for rule, lines in sorted(now.waived.items()) if lines]],
        sort_keys=True)


def settle(now, event):
    """Give the reviewers of an outcome their seats; take the waiver lines that are due."""
    outcome = event["outcome"]
    check(not now.partly, "uniform outcomes beside reviews drawn elsewhere are not known here")
    left = [state for state in now.planned(now.count["year"]) if state not in now.seats]
    check([entry["under_review"] for entry in outcome] == left, f"under review are {left}")
    load, of_this = now.reviews_done(), now.reviews_done(now.count["year"])
    for entry in outcome:
        state, others = entry["under_review"], entry["reviewers"]
        kinds = now.layout[state] = now.seat_names(state)
        held = now.seats[state] = {}
        most = len(kinds) * (2 if supplemented(now) else 1)
        check(len(others) <= most and {*others} <= {*now.record},
              f"{state}: too many reviewers, or one of no State")
        given = give(now, state, kinds, others, load, of_this)
        for other, seat, one in ([(other, now.last, None) for other in others]
                                 if given is None else given):
            reason = now.unfit(state, other, seat, load, of_this,
                               () if one is None else now.lacking(state, one))
            check(not reason, f"{other} may not review {state}: {reason}")
            held[other] = seat
            load[other], of_this[other] = load[other] + 1, of_this[other] + 1
        check(given is not None, f"{state}: these reviewers cannot sit")
        extra = {one: other for other, _, one in given if one is not None}
        now.supplements[state].update({one: extra.get(one) for one in held
                                       if one not in extra.values() and now.lacking(state, one)})
    for state in left:
        kinds, held = now.layout[state], now.seats[state]
        same = [*filter(now.regional, kinds)]
        group = [other for other in held if now.regional(held[other])]
        for _ in same[len(group):]:
            region = now.record[state]["region"]
            now.waive("same_region", state,
                      f"the outcome drawn has no reviewer of {region} for it")
            if now.dissimilar(state, same[0], None):
                now.waive("legal_system", state, now.unlike(None))
        for other in group:
            if now.dissimilar(state, same[0], other):
                now.waive("legal_system", state, now.unlike(other), other)
        extra = now.supplements[state]
        for _ in range(len(kinds) - len({*held} - {*extra.values()})):
            now.waive("seat", state, "the outcome drawn leaves the seat empty")
        for one in [one for one in extra if extra[one] is None]:
            now.waive("supplement", state, "the outcome drawn has no State party to "
                      f"{', '.join(now.lacking(state, one))} to supplement {one}")
    now.prove_best(event)


def supplemented(now):
    return now.rules["reviewers"]["protocols"] == "supplement"


def give(now, state, kinds, others, *loads):
    """The cheapest way to give reviewers these seats, in the order in which they are drawn, then
    the supplementary ones; of equal ways the one that gives a seat to the first reviewer, in a
    seat of the group a similar one first. Reviewer, seat, whom it supplements; None: no way."""
    way = cheapest(now, state, kinds, others, *loads)
    return way and way[0]


def cheapest(now, state, kinds, others, *loads):
    """The same with its price: of each rule that is waived, in order."""
    rules, apart = now.rules["waivers"], now.rules["reviewers"]["distinct_groups"]

    def region(one):
        return now.record[one]["region"]

    @cache
    def ways(kinds, others, owed, groups):
        """owed: for whom supplementary seats are to be given; groups: of those who sit."""
        if not kinds and not owed:
            return None if others else ((), (0,) * len(rules))

        def system(other):
            return ["legal_system"] * bool(same and now.dissimilar(state, seat, other))

        def fits(other):
            if not supplemented(now):
                return not now.unfit(state, other, seat)
            return not (kinds and region(other) in groups) and not now.unfit(
                state, other, seat, *loads, () if kinds else now.lacking(state, owed[0]))

        def after(other):
            """What is left once a reviewer has the seat."""
            rest = tuple(one for one in others if one != other)
            if not kinds:
                return (), rest, owed[1:], groups
            return (kinds[1:], rest, owed + (other,) * bool(now.lacking(state, other)),
                    groups | {region(other)} - {""} if apart and supplemented(now) else groups)

        seat = kinds[0] if kinds else "supplementary"
        same = now.regional(seat)
        tries = [(system(other), ((other, seat, None if kinds else owed[0]),), after(other))
                 for other in sorted(others, key=lambda other: (len(system(other)), other))
                 if fits(other)]
        tries.append((["same_region", *system(None)], (),
                      ((now.last, *kinds[1:]), others, owed, groups)) if same
                     else (["seat" if kinds else "supplement"], (),
                           (kinds[1:], others, owed if kinds else owed[1:], groups)))
        found = [(first + way[0], tuple(a + waived.count(rule) for a, rule in zip(way[1], rules)))
                 for waived, first, left in tries if {*waived} <= {*rules}
                 for way in [ways(*left)] if way]
        return min(found, key=lambda way: way[1], default=None)  # the first of equal ones

    return ways(tuple(kinds), tuple(others), (), frozenset())


def of_year(now, drawn, year):
    return [{"under_review": state, "reviewers": drawn[state]} for state in now.planned(year)
            if state not in now.seats]


def space(now):
    """All that is left to draw, as the chain sees it."""
    reviews, load, year, loads = [], now.reviews_done(), Counter(), now.rules["loads"]
    for state in sorted({*now.year_of} - {*now.seats}):
        if supplemented(now):
            reviews.append(supplemented_review(now, state, load))
            continue
        names, kinds = now.seat_names(state), {}
        same = [name for name in names if now.regional(name)]
        counted = bool(same and now.dissimilar(state, same[0], None))
        for other in now.record:
            in_group, in_last = (bool(seat) and not now.unfit(state, other, seat[0], load, year)
                                 for seat in (same, [now.last]))
            if in_group or in_last:
                similar = counted and in_group and not now.dissimilar(state, same[0], other)
                kinds[other] = (1 | chain.REGIONAL * in_group | chain.SIMILAR * similar
                                | chain.REGIONAL_ONLY * (not in_last))
        reviews.append((state, len(names), len(same), counted, kinds))
    return chain.Space(
        reviews, {state: load[state] for state in now.record},
        [state for state, row in now.members.items() if row["reviewer"]],
        *({state: row.get(name, loads[name]) for state, row in now.record.items()}
          for name in ("minimum", "maximum")),
        now.rules["reviewers"]["mutual_reviews"] == "forbidden",
        [allowed(now, rule) for rule in CHAIN_RULES], *(
            (lambda state, members: price(now, state, members, load),
             tuple(allowed(now, rule) for rule in seat_rules(now))) if supplemented(now) else ()))


def allowed(now, rule):
    """How much of a rule what is left to draw may cost."""
    return now.best.get(rule, 0) - sum(now.waived[rule].values()) * (rule != "minimum_load")


def seat_rules(now):
    return [rule for rule in now.rules["waivers"] if not rule.endswith("_load")]


def price(now, state, members, load):
    """What a set with supplementary reviewers costs at least; None where it cannot sit."""
    if any(pair in now.exclusions for pair in permutations(members, 2)):
        return None
    way = cheapest(now, state, now.seat_names(state), members, load, Counter())
    if way is None:
        return None
    prices = dict(zip(now.rules["waivers"], way[1]))
    return tuple(prices[rule] for rule in seat_rules(now))


def supplemented_review(now, state, load):
    """A review as the count sees it, with as many seats as there can be."""
    names, most, year = now.seat_names(state), now.rules["loads"]["maximum"], Counter()
    lacks = [now.lacking(state, one) for one, row in now.members.items()
             if row["reviewer"] and load[one] < row.get("maximum", most)]
    ways = [(name, ()) for name in {*names, now.last}] + [
        ("supplementary", need) for need in lacks if need]
    choices = [other for other in now.record if any(
        not now.unfit(state, other, name, load, year, need) for name, need in ways)]
    lacking = sum(now.lacking(state, one) != [] for one in choices)
    return (state, len(names) + min(len(names), lacking), False, False, dict.fromkeys(choices, 1))


def list_hash(lists):
    """The hash of the file of a list of tickets, each an outcome as the ledger writes it."""
    lines = [["ticket", *(entry["under_review"] for entry in lists[0])]] + [
        [f"{number:0{len(str(len(lists) - 1))}}",
         *(" ".join(entry["reviewers"]) for entry in ticket)]
        for number, ticket in enumerate(lists)]
    return sha256("".join(",".join(line) + "\n" for line in lines).encode()).hexdigest()
