"""Forged ledgers, with re-made chains and lots, each with every proof a forger could make.

The same seed gives the same forgeries on every machine. A forgery is of a right ledger whose bowls
are exact and whose best vectors are best, so each of these makes it wrong:

- a bowl is trimmed, padded, or both, so that the lot still names whom it named before;
- a bowl is made to name another State, and all that follows is drawn anew from fit States;
- `best` is raised, and the waivers that it allows are invented;
- `exclusion` of a redraw is turned round.

To each come honest proofs, of it and of other ledgers, some changed as a forger would, and files
with what JSON or the format does not allow.
"""
import copy
import json
import os
import random
import re
from collections import Counter
from hashlib import sha256

HERE = os.path.dirname(os.path.abspath(__file__))


def read(folder, name):
    with open(os.path.join(HERE, folder, name + ".jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def written(events):
    """The bytes of a ledger with these events, chained anew, and its last hash."""
    lines, previous = b"", "0" * 64
    for sequence, event in enumerate(events):
        event = {**event, "sequence": sequence, "previous": previous}
        line = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
        lines, previous = lines + line + b"\n", sha256(line).hexdigest()
    return lines, previous


def proof_bytes(steps):
    return b"".join(json.dumps(step, separators=(",", ":")).encode() + b"\n" for step in steps)


def value_of(seed, counter, size):
    """The index of a lot of this size from this block on, and the block after it."""
    key = sha256(seed.encode()).digest()
    while True:
        block = sha256(key + counter.to_bytes(8, "big")).digest()
        value, counter = int.from_bytes(block[:8], "big"), counter + 1
        if value < 2**64 // size * size:
            return value % size, counter


class Cycle:
    """What a ledger without changes has drawn so far: who is fit, and what waivers are due."""

    def __init__(self, events):
        opened = events[0]
        self.rules, self.loads = opened["rulebook"], opened["rulebook"]["loads"]
        self.rows = {row["state"]: row for row in opened["membership"]}
        self.conflicts = {(pair["under_review"], pair["reviewer"]) for pair in opened["conflicts"]}
        self.exclusions = {frozenset(pair.values()) for pair in opened["exclusions"]}
        self.load, self.held, self.year_of, self.by_year = Counter(), {}, {}, Counter()

    def fit(self, state, kind):
        mine, review = self.rows[state], self.rules["reviewers"]
        return sorted(
            other for other, its in self.rows.items()
            if its["reviewer"] and other != state and (state, other) not in self.conflicts
            and (review["protocols"] != "all" or {*mine["protocols"]} <= {*its["protocols"]})
            and (kind["group"] == "any" or (kind["group"] == "same")
                 == (mine["region"] == its["region"] != ""))
            and (review["mutual_reviews"] == "allowed" or state not in self.held.get(other, ()))
            and other not in self.held[state]
            and not any(frozenset((other, one)) in self.exclusions or review["distinct_groups"]
                        and its["region"] == self.rows[one]["region"] != ""
                        for one in self.held[state])
            and self.by_year[other, self.year_of[state]] < self.loads["per_year"]
            and self.load[other] < its.get("maximum", self.loads["maximum"]))

    def sit(self, state, reviewer):
        self.held.setdefault(state, set()).add(reviewer)
        self.load[reviewer] += 1
        self.by_year[reviewer, self.year_of[state]] += 1


def lots_of_reviewers(events):
    """Places of the lots of reviewers, with the seed of each."""
    seed, places = None, []
    for place, event in enumerate(events):
        seed = event.get("seed", seed)
        if event["event"] == "lot" and event["purpose"].endswith(" reviewer"):
            places.append((place, seed))
    return places


def rebowl(events, chance, how):
    """A lot with a bowl that is not the right one and names the same State; None if none does."""
    place, seed = chance.choice(lots_of_reviewers(events))
    lot = events[place]
    strangers = sorted({state for other, _ in lots_of_reviewers(events) if other < place
                        for state in events[other]["bowl"]} - {*lot["bowl"], lot["under_review"]})
    for _ in range(200):
        bowl = {*lot["bowl"]}
        if how != "padded":
            others = sorted(bowl - {lot["drawn"]})
            bowl -= {*chance.sample(others, chance.randint(1, 4) if len(others) > 4 else
                                    min(1, len(others)))}
        if how != "trimmed" and strangers:
            bowl |= {*chance.sample(strangers, min(len(strangers), chance.randint(1, 3)))}
        bowl = sorted(bowl)
        index, after = value_of(seed, lot["counter"], len(bowl))
        if bowl != lot["bowl"] and bowl[index] == lot["drawn"] and after == value_of(
                seed, lot["counter"], len(lot["bowl"]))[1]:
            forged = copy.deepcopy(events)
            forged[place].update(bowl=bowl, index=index)
            return forged, place
    return None


def redrawn(events, chance, empty):
    """A cycle that is drawn anew from some lot on: bowls are what the forger likes, and best is
    what comes of them. empty: how many of a hundred bowls are said to be empty."""
    start, _ = chance.choice(lots_of_reviewers(events))
    cycle, kinds, forged = Cycle(events), events[0]["rulebook"]["reviewers"]["seats"], []
    same = [kind for kind in kinds if kind["group"] == "same"]
    waived, left, counter, seed, year = Counter(), [], 0, None, 0

    def waive(rule, state, why):
        waived[rule] += 1
        forged.append({"event": "waiver", "rule": rule, "state": state, "reason": why})

    def lot(purpose, bowl, **its):
        nonlocal counter
        first = counter
        index, counter = value_of(seed, counter, len(bowl))
        forged.append({"event": "lot", "draw": f"year {year}", "purpose": purpose, "bowl": bowl,
                       "counter": first, "index": index, "drawn": bowl[index], **its})
        return bowl[index]

    def seat(state, kind, tampered):
        fit = cycle.fit(state, kind)
        if tampered and len(fit) > 1:
            fit = sorted(chance.sample(fit, chance.randint(1, len(fit) - 1)))
        reviewer = None
        if fit and not (tampered and chance.randrange(100) < empty):
            reviewer = lot(f"{kind['name']} reviewer", fit, year=year, under_review=state)
            cycle.sit(state, reviewer)
        else:
            of = f" of {cycle.rows[state]['region']}" * (kind in same)
            waive("same_region" if kind in same else "seat", state, f"no State{of} can take the "
                  "seat without costing a waiver as serious elsewhere")
        mine = {*cycle.rows[state]["legal_systems"]}
        if kind["legal_system"] == "preferred" and mine and not (
                reviewer and mine & {*cycle.rows[reviewer]["legal_systems"]}):
            waive("legal_system", state, f"{reviewer} shares no legal system with it" if reviewer
                  else "its regional seat was given up")
        if kind in same and not reviewer:
            seat(state, kinds[-1], tampered)

    years = {}
    for place, event in enumerate(events):
        if event.get("purpose") == "year":
            years.setdefault(event["year"], []).append(event["drawn"])
            cycle.year_of[event["drawn"]] = event["year"]
        if event["event"] == "waiver":
            waived[event["rule"]] += 1
        if event.get("purpose", "").endswith(" reviewer"):
            cycle.held.setdefault(event["under_review"], set())
            if place >= start:
                break
            cycle.sit(event["under_review"], event["drawn"])
        if event["event"] == "seeded":
            seed, counter = event["seed"], 0
        if event["event"] == "lot":
            counter = value_of(seed, event["counter"], len(event["bowl"]))[1]
        forged.append(copy.deepcopy(event))
    year, state = events[start]["year"], events[start]["under_review"]
    order = [kind for kind in kinds for _ in range(kind["count"])] if cycle.rows[state]["region"] \
        else [kinds[-1]] * sum(kind["count"] for kind in kinds)
    done = sum(event.get("under_review") == state and event["event"] == "lot"
               or event["event"] == "waiver" and event["rule"] == "seat" and event["state"] == state
               for event in forged)
    if any(event["event"] == "waiver" and event["rule"] == "same_region"
           and event["state"] == state for event in forged):
        order = [kinds[-1]] * len(order)
    for kind in order[done:]:
        seat(state, kind, True)
    while True:
        left = sorted({*years[year]} - {*cycle.held})
        while left:
            state = lot("turn", left, year=year)
            left = sorted({*left} - {state})
            cycle.held[state] = set()
            for kind in ([kind for kind in kinds for _ in range(kind["count"])]
                         if cycle.rows[state]["region"] else
                         [kinds[-1]] * sum(kind["count"] for kind in kinds)):
                seat(state, kind, chance.random() < 0.5)
        year += 1
        opening = next((event for event in events if event.get("draw") == f"year {year}"
                        and event["event"] == "seeded"), None)
        if not opening:
            break
        seed, counter = opening["seed"], 0
        forged.append(copy.deepcopy(opening))
    for rule in ("minimum_load", "target_load"):
        for state, row in cycle.rows.items() if rule in forged[0]["best"] else ():
            due = row.get("minimum", cycle.loads["minimum"]) if rule == "minimum_load" else \
                min(cycle.loads["target"], row.get("maximum", cycle.loads["maximum"]))
            for _ in range(due - cycle.load[state] if row["reviewer"] else 0):
                waive(rule, state, f"it does {cycle.load[state]} of the {due} "
                      f"{'review' if due == 1 else 'reviews'} due")
    forged[0]["best"] = {rule: waived[rule] for rule in forged[0]["best"]}
    return forged, start


def raised(events, chance):
    """A best vector that is one worse in some rule, without anything else."""
    places = [place for place, event in enumerate(events) if "best" in event]
    forged, place = copy.deepcopy(events), chance.choice(places)
    rule = chance.choice(sorted(forged[place]["best"]))
    forged[place]["best"][rule] += 1
    return forged, place


def turned(events, chance):
    """A redraw whose exclusion is turned round; bowls without whom it excludes."""
    places = [place for place, event in enumerate(events) if event["event"] == "redraw"]
    if not places:
        return None
    forged, place = copy.deepcopy(events), chance.choice(places)
    forged[place]["exclusion"] = not forged[place]["exclusion"]
    return forged, place


def proofs_of(steps, events, forged, place, head, chance):
    """The proofs that a forger could make of honest ones, each with its name."""
    honest = [{**steps[0], "ledger": head}, *steps[1:]]
    yield "of the right ledger", honest
    numbers = {state: number for number, state in enumerate(steps[0]["states"])}
    step = next((step for step in honest if step.get("line") == place and "in" in step), None)
    aligned = copy.deepcopy(honest)
    if step and forged[place]["event"] == "lot":
        before, lot = events[place], forged[place]
        kinds = [kind["name"] for kind in events[0]["rulebook"]["reviewers"]["seats"]]
        kind = kinds.index(lot["purpose"].removesuffix(" reviewer")) \
            if lot["purpose"].removesuffix(" reviewer") in kinds else 0
        i, old = numbers[lot["under_review"]], dict(zip(before["bowl"], step["in"]))
        new = next(one for one in aligned if one.get("line") == place)
        new["in"] = [old[state] if state in old else
                     [*old[before["drawn"]], i, numbers[before["drawn"]], -1, i, numbers[state],
                      kind] for state in lot["bowl"]]
        yield "with differences for the forged bowl", aligned
        loose = copy.deepcopy(aligned)
        one = next(one for one in loose if one.get("line") == place)
        one["unproven"] = sorted(numbers[state] for state in
                                 {*before["bowl"]} ^ {*lot["bowl"]})
        yield "which leave open whom the forger moved", loose
        cheap = copy.deepcopy(aligned)
        one = next(one for one in cheap if one.get("line") == place)
        asks = one.setdefault("prices", {}).setdefault("asks", [])
        highest = max(range(len(steps[0]["vectors"])), key=lambda n: steps[0]["vectors"][n])
        for state in sorted({*before["bowl"]} - {*lot["bowl"]}):
            asks += [numbers[state], highest]
        yield "with the highest price for whom the forger left out", cheap
        gone = [numbers[state] for state in sorted({*before["bowl"]} - {*lot["bowl"]})]
        for what, side in (("each from itself", gone), ("all from all", [*numbers.values()])):
            branch = copy.deepcopy(aligned)
            next(one for one in branch if one.get("line") == place)["out"] = [
                [gone, {"of": i, "apart": [side, side], "cases": [{}, {}]}]]
            yield f"that keep apart {what}", branch
    for _ in range(3):
        changed = copy.deepcopy(chance.choice([honest, aligned]))
        yield "with one number changed", change_a_number(changed, chance)
    fewer = [one for one in honest if one.get("line") != place]
    yield "without a step", fewer
    gone = [one for one in honest if "start" in one or "proofs" in one]
    yield "of best vectors alone", gone
    excused = [{"line": one["line"], "start": one["start"], "unproven": "it is hard"}
               if "start" in one else one for one in honest]
    yield "that excuse themselves", excused
    at, other = (chance.randrange(1, len(honest)) for _ in range(2))
    swapped = [*honest]
    swapped[at], swapped[other] = swapped[other], swapped[at]
    yield "with two steps exchanged", swapped
    turned = [*steps[0]["states"]]
    chance.shuffle(turned)
    yield "with States that have other numbers", [{**honest[0], "states": turned}, *honest[1:]]


NUMBERS = (b"1e2", b"0.0", b"-0", b"-1", b"NaN", b"-Infinity", b'"1"', b"null", b"true", b"[0]",
           b"{}", b"9" * 16, b"9" * 30, b"-" + b"9" * 400)
DEPTH = 20_000


def mangled(file, chance):
    """Files that are not of the format, or hardly, each with its name."""
    numbers = [*re.finditer(rb"(?<=[\[,:])-?[0-9]+(?=[\],}])", file)]
    for text in NUMBERS:
        start, end = chance.choice(numbers).span()
        yield f"with the number {text[:9].decode()}", file[:start] + text + file[end:]
    one, other = sorted(chance.sample(range(len(numbers)), 2))
    (start, end), (first, last) = numbers[one].span(), numbers[other].span()
    yield "with two numbers exchanged", (file[:start] + numbers[other][0] + file[end:first]
                                         + numbers[one][0] + file[last:])
    key = chance.choice([*re.finditer(rb'"[a-z]+":(?=[\[{])', file)])
    for value in (b"[]", b"{}"):
        yield "with a key twice", file[:key.start()] + key[0] + value + b"," + file[key.start():]
    tree = chance.choice([*re.finditer(rb'"tree":', file)]).end()
    branch, rest = b'{"pair":[0,1],"cases":[{},', b"]}"
    yield "with a tree without an end", file[:tree] + branch * DEPTH + file[tree:]
    yield "with a deep tree", (file[:tree] + branch * DEPTH + b"{}" + rest * DEPTH + b',"free":'
                               + file[tree:])


def change_a_number(steps, chance):
    def places(value):
        for key in value if isinstance(value, dict) else range(len(value)):
            if isinstance(value[key], (dict, list)):
                yield from places(value[key])
            elif type(value[key]) is int:
                yield value, key
    found = list(places(steps))
    value, key = found[chance.randrange(len(found))]
    value[key] += chance.choice((-1, 1, 2, 100))
    return steps


def essence(events):
    """What a forgery must change: bowls, waivers, best vectors, exclusions."""
    return [[event.get(name) for name in ("bowl", "rule", "state", "best", "exclusion")]
            for event in events]


def forgeries(seed, count, names=("clubs", "ten", "every-event", "changes", "uniform", "limits")):
    """So many forged ledgers, as (what, ledger, [(what, proofs), …])."""
    chance = random.Random(seed)
    honest = {name: (read("ledgers", name), read("proven", name)) for name in names}
    plain = [name for name in names if not {event["event"] for event in honest[name][0]}
             - {"opened", "seeded", "lot", "waiver"}]
    ways = {"trimmed": lambda events: rebowl(events, chance, "trimmed"),
            "padded": lambda events: rebowl(events, chance, "padded"),
            "trimmed and padded": lambda events: rebowl(events, chance, "both"),
            "drawn anew": lambda events: redrawn(events, chance, 0),
            "with invented waivers": lambda events: redrawn(events, chance, 30),
            "with a best vector raised": lambda events: raised(events, chance),
            "with an exclusion turned": lambda events: turned(events, chance)}
    made = 0
    while made < count:
        way = chance.choice(sorted(ways))
        name = chance.choice(plain if way in ("drawn anew", "with invented waivers") else names)
        events, steps = honest[name]
        forged = ways[way](events)
        if not forged or essence(forged[0]) == essence(events):
            continue
        made += 1
        ledger, head = written(forged[0])
        files = [(what, proof_bytes(file)) for what, file in
                 proofs_of(steps, events, *forged, head, chance)]
        files += chance.sample([*mangled(chance.choice(files[:4])[1], chance)], 4)
        stranger = chance.choice([one for one in names if one != name])
        foreign = honest[stranger][1]
        for states in foreign[0]["states"], steps[0]["states"]:
            files.append((f"of {stranger}", proof_bytes(
                [{**foreign[0], "ledger": head, "states": states}, *foreign[1:]])))
        yield f"{name}, {way}, number {made}", ledger, files
