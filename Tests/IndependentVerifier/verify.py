#!/usr/bin/env python3
"""The independent verifier of PeerLots: python3 verify.py DIR|LEDGER [--head HASH]

Written from the contract, sharing no code with the program. Exit 0: right; 1: the first thing that
is wrong, with its line; 64: wrong usage. Checked: every line (strict JSON in UTF-8, exactly the
fields of its event, `sequence`, `previous`); seeds, none used twice, and commitments; counter,
index and `drawn` of every lot; that events, lots and waiver lines stand where they are due, and
only there; all bowls but those of reviewers exactly; at the end of a cycle all rules on the outcome
(as far as no amendment changed the data since) and that the waiver lines in force add up to `best`.
A ledger that ends within a command is right so far; standard error says which.
NOT checked, for it takes a solver (`peerlots verify` has one): that a bowl of reviewers holds all
with whom the cycle still reaches `best`, or had to be empty; that `exclusion` had to be dropped;
that `best` is best. Who is in such a bowl must be fit: a reviewer, no conflict, party to the
Protocols, of the group or not as the seat has it, below the maximum load, no second or mutual
review, neither stood down nor excluded.
Where the contract is silent: a command writes `seeded` (if it draws a seat or lot; a year always),
what is done, then lots and waivers; `released` is in canonical order. `redraw` voids the State's
waivers but minimum_load; with `only`, that seat is drawn again as what it was (a regional one voids
legal_system). `request` leaves out those with `only`, the draw's name counts all; `exceptional`
stands exactly where the limit is passed. `deferred` voids the same; no `replacement` lot: none was
wanted; who enters a drawn year is drawn at once, the replacement first, unless its review is drawn.
`stood down` empties all seats, then draws them. `amended`: who is gone or not reviewed leaves the
years not begun, then `joining` lots; what is drawn stays, waivers too. After each of these
minimum_load is void, and written anew if the cycle is complete.
"""
import argparse, json, os, re, sys  # noqa: E401
from collections import Counter, defaultdict
from hashlib import sha256
from types import SimpleNamespace

WAIVERS = ("seat", "same_region", "minimum_load", "legal_system")
REGIONAL, OPEN = "regional reviewer", "open reviewer"
HEX, STATE = re.compile("[0-9a-f]{64}"), re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")
DRAW = re.compile(f"selection|(year|amendment|(redraw|deferral|stand-down) {STATE.pattern})"
                  " [1-9][0-9]{0,8}")
FIELDS = {  # the form of a field: a type, a pattern, choices, bounds, [form], or an object's fields
    **dict.fromkeys("sequence format counter index year from to request limit".split(), int),
    **dict.fromkeys("event software name source region seed public purpose drawn reason exceptional"
                    .split(), str),
    **dict.fromkeys("reviewed reviewer proportional exclude_previous exclusion".split(), bool),
    **dict.fromkeys("protocols legal_systems languages bowl".split(), [str]), "released": [STATE],
    "state": STATE, "only": STATE, "under_review": STATE, "previous": HEX, "commitment": HEX,
    "draw": DRAW, "best": dict, "rule": WAIVERS, "waivers": [WAIVERS], "minimum": range(1001),
    "maximum": range(1001), "years": range(1, 51), "per_review": range(1, 9),
    "same_region": range(2), "party": ("all", "any"), "mutual_reviews": ("forbidden", "allowed"),
    "open_seats": ("any", "other_region"), "similar_legal_system": ("preferred", "ignored"),
    "rulebook": "name source cycle reviewers loads selection redraws waivers", "cycle": "years",
    "reviewers": "per_review same_region protocols=party mutual_reviews open_seats "
                 "similar_legal_system", "loads": "minimum maximum", "selection": "proportional",
    "redraws": "limit exclude_previous", "conflicts": ["under_review reviewer=state"],
    "membership": ["state name region protocols legal_systems languages reviewed reviewer"]}
LOT = "draw purpose bowl counter index drawn "
EVENTS = {  # the fields of an event, or of a lot by its purpose; with ? it may be missing
    "opened": "format software rulebook membership conflicts best", "waiver": "rule state reason",
    "committed": "draw commitment", "seeded": "draw seed commitment? public?",
    "extra place": LOT + "region", "year": LOT + "region year", "turn": LOT + "year",
    REGIONAL: LOT + "year under_review", OPEN: LOT + "year under_review",
    "replacement": LOT + "state", "joining": LOT + "state", "amended": "membership best",
    "redraw": "state request only? released exclusion exceptional? best",
    "deferred": "state from to reason released best", "stood down": "state year released best"}
DRAWS = {"redraw": "redraw", "deferred": "deferral", "stood down": "stand-down",
         "amended": "amendment"}


def check(right, message):
    if not right:
        raise ValueError(message)


def shape(value, form, where):
    """Refuse a value that is not of the form."""
    if isinstance(form, str):
        forms = {re.match(r"\w+", name)[0]: name for name in form.split()}
        check(type(value) is dict and {*value} <= {*forms}, f"{where} may only have {form}")
        for name, token in forms.items():
            check(name in value or token[-1] == "?", f"{where} lacks {name}")
            if name in value:
                shape(value[name], FIELDS[token.rstrip("?").split("=")[-1]], name)
    elif isinstance(form, list):
        check(type(value) is list, f"{where} must be an array")
        for item in value:
            shape(item, form[0], where)
    else:
        check(type(value) is form if isinstance(form, type) else
              type(value) is int and value in form if isinstance(form, range) else
              type(value) is str and (value in form if isinstance(form, tuple)
                                      else form.fullmatch(value)), f"{where}: {value!r} is wrong")


def read_line(line, sequence, previous):
    """The event on a line, if its form and its place in the chain are right."""
    event = json.loads(line.decode(), object_pairs_hook=lambda pairs: check(
        len({*dict(pairs)}) == len(pairs), "a key stands twice in an object") or dict(pairs))
    json.dumps(event, ensure_ascii=False).encode()  # refuses halves of characters
    check(type(event) is dict and event.get("previous") == previous,
          "previous is not the hash of the line before")
    name = event.get("purpose" if event.get("event") == "lot" else "event")
    check(type(name) is str and name in EVENTS, f"unknown event or purpose {name!r}")
    check(name != "opened" or event.get("format") == 1, "the format is not 1")
    shape(event, "sequence event previous " + EVENTS[name], name)
    check(event["sequence"] == sequence, f"the sequence should be {sequence}")
    return event


def draw_index(key, counter, size):
    """The index of a lot in a bowl of this size, and the next counter (contract, section 6)."""
    while True:
        block = sha256(key + counter.to_bytes(8, "big")).digest()
        value, counter = int.from_bytes(block[:8], "big"), counter + 1
        if value < 2**64 // size * size:
            return value % size, counter


def can_be_met(totals, taken, left, later, year):
    """Whether the totals can still be level if this year gets one of the `left` extra places of a
    group with places in `taken`, `later` groups having so many. All others go to the emptiest
    years: if a level end gives b a place, not the emptier a, a swap keeps it level."""
    totals = [total + (other == year) for other, total in enumerate(totals)]
    for places, closed in [(left - 1, {*taken, year}), *((places, ()) for places in later)]:
        open_years = (other for other in range(len(totals)) if other not in closed)
        for other in sorted(open_years, key=lambda other: totals[other])[:places]:
            totals[other] += 1
    return max(totals) - min(totals) <= 1


def replay(data, now):
    """Replay a ledger; `now` tells where it stands. EOFError: it ends within a command."""
    record, year_of, seats = {}, {}, {}  # of each State: its data, its year, {reviewer: seat}
    count, requests, seeds, commitments = Counter(), Counter(), set(), {}
    waived = {rule: Counter() for rule in WAIVERS}  # the lines in force, by State
    stood_down, released = set(), defaultdict(set)  # released by redraws, of each State

    def read_lines():
        *lines, torn = data.split(b"\n")
        for now.line, line in enumerate(lines, 1):
            event = read_line(line, now.line - 1, now.hash)
            now.hash = sha256(line).hexdigest()
            yield event
        now.line += bool(torn)
        check(not torn, "the last line is torn: it lacks its newline")

    def peek(due=True):
        """The next event; at the end None, or EOFError where one is due."""
        now.ahead = now.ahead or next(events, None)
        if due and not now.ahead:
            raise EOFError
        return now.ahead

    def agree(event, /, **fields):
        for name, due in fields.items():
            check(event.get(name) == due, f"{name} is {event.get(name)!r}; it should be {due!r}")

    def take(name, /, **fields):
        """Take the next event, which must be this one, with these fields."""
        event, now.ahead = peek(), None
        agree(event, event=name, **fields)
        return event

    def lot(purpose, bowl=None, unfit=None, **fields):
        """Take a lot: its bowl is this one, or nothing makes anyone in it unfit."""
        check(now.draw, "a lot without a seed")
        event = take("lot", purpose=purpose, draw=now.draw, counter=now.counter, **fields)
        states = event["bowl"]
        check(states == sorted({*states}) != [], "the bowl is empty or not in canonical order")
        agree(event, bowl=states if unfit else bowl)
        for state in states if unfit else ():
            check(not unfit(state), f"{state} may not be in the bowl: {unfit(state)}")
        index, now.counter = draw_index(now.key, now.counter, len(states))
        agree(event, index=index, drawn=states[index])
        now.lots, now.drew = now.lots + 1, True
        return states[index]

    def waive(rule, state):
        """Take the waiver line that is due."""
        check(rule in now.best, f"{state} breaks {rule}, which is never waived")
        take("waiver", rule=rule, state=state)
        waived[rule][state] += 1
        check(sum(waived[rule].values()) <= now.best[rule], f"{rule} is waived beyond best")

    def adopt(event):
        """Take over a best vector and, where there is one, a membership."""
        now.best, rows = event["best"], event.get("membership")
        check([*now.best] == rules["waivers"] and {*map(type, now.best.values())} <= {int},
              "best does not count the rulebook's waivers, in their order")
        if rows is not None:
            now.members = {row["state"]: row for row in rows}
            check([row["state"] for row in rows] == sorted(now.members), "membership not in order")
            check(reviewed(), "nobody is reviewed")
            record.update(now.members)

    def reviewed():
        return [state for state in now.members if now.members[state]["reviewed"]]

    def group(state):
        return record[state]["region"] if rules["selection"]["proportional"] else ""

    def planned(year):
        return sorted(state for state in year_of if year_of[state] == year)

    def loads():
        return Counter(reviewer for held in seats.values() for reviewer in held)

    def selection():
        """Extra places group by group, then States year by year and group by group (para. 14)."""
        groups = {name: [state for state in reviewed() if group(state) == name]
                  for name in sorted({*map(group, reviewed())})}
        places = {name: [len(states) // years] * years for name, states in groups.items()}
        later = [len(states) % years for states in groups.values()]
        for name, states in groups.items():
            for left in range(later.pop(0), 0, -1):
                totals = [sum(column) for column in zip(*places.values())]
                taken = {year for year in range(years) if places[name][year] > len(states) // years}
                bowl = sorted(str(year + 1) for year in {*range(years)} - taken
                              if can_be_met(totals, taken, left, later, year))
                places[name][int(lot("extra place", bowl, region=name)) - 1] += 1
        for year in range(years):
            for name, states in groups.items():
                for _ in range(places[name][year]):
                    state = lot("year", states, region=name, year=year + 1)
                    states.remove(state)
                    year_of[state] = year + 1

    def draw_year(year):
        left = planned(year)
        while left:
            state = lot("turn", left, year=year)
            left.remove(state)
            draw_review(state)

    def regional_seats(state):
        return review["same_region"] if record[state]["region"] else 0

    def draw_review(state):
        seats[state], regional = {}, regional_seats(state)
        for number in range(review["per_review"]):
            draw_seat(state, REGIONAL if number < regional else OPEN)

    def draw_seat(state, seat):
        """The lot of a seat, or the waiver lines that its empty bowl costs."""
        check(now.draw, "a seat is drawn without a seed")
        now.drew, reviewer, year, load = True, None, year_of[state], loads()
        rule = "same_region" if seat == REGIONAL else "seat"
        barred = {state: "it is the State under review"}
        for why, others in (
                ("the load (para. 20)", {s for s in now.members if load[s] >= maximum}),
                ("no mutual review (para. 19)", {s for s in seats if state in seats[s] and
                                                 review["mutual_reviews"] == "forbidden"}),
                ("it reviews the State already", seats[state]), ("redrawn", now.excluded),
                ("it stood down", {s for s, when in stood_down if when == year})):
            barred.update(dict.fromkeys(others, why))
        if peek()["event"] == "waiver" and now.ahead["rule"] == rule:
            waive(rule, state)
        else:
            reviewer = lot(seat, None, lambda other: barred.get(other) or
                           ineligible(state, other, seat), year=year, under_review=state)
            seats[state][reviewer] = seat
        if seat == REGIONAL and dissimilar(state, reviewer):
            waive("legal_system", state)
        if seat == REGIONAL and not reviewer:
            draw_seat(state, OPEN)

    def dissimilar(state, reviewer):
        """Whether legal_system counts for the State, with this reviewer in its regional seat."""
        mine, its = record[state]["legal_systems"], record.get(reviewer, {"legal_systems": []})
        return review["similar_legal_system"] == "preferred" and mine != [] and (
            {*mine}.isdisjoint(its["legal_systems"]))

    def ineligible(state, other, seat):
        """What the data have against a reviewer in this seat; None if nothing."""
        mine, its = record[state], now.members.get(other)
        if not its or not its["reviewer"] or (state, other) in conflicts:
            return "it does not review (para. 57), or not this State"
        if review["protocols"] == "all" and not {*mine["protocols"]} <= {*its["protocols"]}:
            return "it is not party to all the Protocols (para. 18 bis)"
        same = mine["region"] == its["region"] != ""
        if not same if seat == REGIONAL else same and review["open_seats"] == "other_region":
            return "its regional group is wrong for this seat (para. 19)"

    def vacate(state, reviewers):
        """Empty seats of a State; what seats they were."""
        kinds = [seats[state].pop(reviewer) for reviewer in reviewers]
        if REGIONAL in kinds:
            waived["legal_system"].pop(state, None)
        return kinds

    def release(state):
        for rule in ("seat", "same_region", "legal_system"):
            waived[rule].pop(state, None)
        seats.pop(state, None)

    def redraw(event, state, held):
        only = event.get("only")
        check(state in seats and only in (None, *held), "nothing to be drawn again")
        requests[state] += not only
        request = 0 if only else requests[state]
        agree(event, released=[only] if only else held, request=request)
        check(("exceptional" in event) == (request > rules["redraws"]["limit"]),
              "exceptional must stand beyond the limit, and only there")
        check(rules["redraws"]["exclude_previous"] >= event["exclusion"], "nobody is excluded")
        released[state] |= {*event["released"]}
        now.excluded = released[state] if event["exclusion"] else ()
        if only:
            return draw_seat(state, *vacate(state, [only]))
        release(state)
        draw_review(state)

    def deferred(event, state, held):
        year, entering = year_of[state], []
        check(year < years, "a State of the last year cannot defer")
        agree(event, **{"from": year, "to": year + 1, "released": held})
        release(state)
        if peek(due=now.draw) and now.ahead.get("purpose") == "replacement":
            bowl = [other for other in planned(year + 1) if group(other) == group(state)]
            entering.append(lot("replacement", bowl, state=state))
            year_of[entering[0]] = year
        now.moved |= not entering
        year_of[state] = year + 1
        for other in [*entering, state]:
            if year_of[other] <= count["year"] and other not in seats:
                draw_review(other)

    def stand_down(event, state, _):
        year = year_of[state]
        held = [other for other in planned(year) if state in seats.get(other, ())]
        agree(event, year=year, released=held)
        check((state, year) not in stood_down, "it stood down before")
        stood_down.add((state, year))
        for other, kinds in [(other, vacate(other, [state])) for other in held]:
            draw_seat(other, *kinds)

    def amend(*_):
        now.amended = now.moved = True
        ahead = range(count["year"] + 1, years + 1) if count["selection"] else ()
        for state in {state for year in ahead for state in planned(year)} - {*reviewed()}:
            del year_of[state]
        for state in [state for state in reviewed() if ahead and state not in year_of]:
            size = {year: (sum(group(other) == group(state) for other in planned(year)),
                           len(planned(year))) for year in ahead}
            bowl = sorted(str(year) for year in ahead if size[year] == min(size.values()))
            year_of[state] = int(lot("joining", bowl, state=state))

    def complete():
        """All is drawn: the minimum_load lines that are due, then the rules on the outcome."""
        load = loads()
        for state in now.members:
            missing = rules["loads"]["minimum"] - load[state]
            for _ in range(missing if now.members[state]["reviewer"] else 0):
                waive("minimum_load", state)
        check(all(sum(waived[rule].values()) == number for rule, number in now.best.items()),
              "the waiver lines in force do not add up to best")
        check({*seats} == {*year_of} and (now.amended or {*seats} == {*reviewed()}), "paras. 12, 13")
        check(max(load.values(), default=0) <= maximum, "a load is above the maximum (para. 20)")
        for state, held in seats.items():
            check(len(held) + waived["seat"][state] == review["per_review"], f"{state}: para. 18")
            check(review["mutual_reviews"] == "allowed" or not any(
                state in seats.get(other, ()) for other in held), f"{state}: mutual (para. 19)")
            if not now.amended:
                regional = [other for other in held if held[other] == REGIONAL]
                check(not any(ineligible(state, *pair) for pair in held.items()), f"{state}: unfit")
                check(len(regional) + waived["same_region"][state] == regional_seats(state),
                      f"{state}: regional seat (para. 19)")
                check(waived["legal_system"][state] == (regional_seats(state) and dissimilar(
                    state, *regional or [None])), f"{state}: legal system (para. 19)")
        for name in () if now.moved else {None, *map(group, year_of)}:  # None: all groups
            sizes = [sum(name in (None, group(state)) for state in planned(year + 1))
                     for year in range(years)]
            check(max(sizes) - min(sizes) <= 1, f"proportions of {name!r} (para. 14)")

    def command(event):
        """One command: what it commits to, or seeds and does, and what is due after it."""
        now.draw, now.drew, now.excluded, now.name = None, False, (), event["event"]
        if now.name in ("committed", "seeded"):
            now.name, commitment = event["draw"], event.get("commitment")
            kind, _, number = now.name.rpartition(" ")
            place = int(number) - count[kind] if kind else 1 - count[now.name]
            check(place == 1 or place > 1 and "seed" not in event, "it is not the next draw")
            check(kind != "year" or int(number) <= years, "the cycle has no such year")
            if "seed" not in event:
                check(now.name not in commitments, "this draw is committed already")
                commitments[now.name] = commitment
                return
            check(kind != "year" or count["selection"], "the selection comes first")
            check(event["seed"] not in seeds, "the seed was used before")
            seeds.add(event["seed"])
            secret, slash, public = event["seed"].partition("/")
            agree(event, commitment=commitments.get(now.name), public=public if commitment else None)
            check(not commitment or slash and sha256(secret.encode()).hexdigest() == commitment,
                  "the seed does not open the commitment")
            now.draw, now.counter, now.key = now.name, 0, sha256(event["seed"].encode()).digest()
            if kind in ("", "year"):
                count[kind or now.name] += 1
                draw_year(int(number)) if kind else selection()
            else:
                event = take(peek()["event"])
        if event["event"] != "seeded":
            check(event["event"] in DRAWS, f"{event['event']!r} has no place here")
            state = event.get("state")
            check(state in (None, *year_of), "the State is not under review")
            kind = f"{DRAWS[event['event']]} {state or ''}".strip()
            count[kind] += 1
            check(now.draw in (None, f"{kind} {count[kind]}"), f"{now.draw} is another draw")
            adopt(event)
            waived["minimum_load"].clear()
            steps[event["event"]](event, state, sorted(seats.get(state, ())))
            check(now.drew == bool(now.draw), "a seed and no lot, or no seed")
        if count["year"] == years:
            complete()

    steps = {"redraw": redraw, "deferred": deferred, "stood down": stand_down, "amended": amend}
    events = read_lines()
    check(peek(due=False), "the ledger is empty")
    opened = take("opened")
    rules, review = opened["rulebook"], opened["rulebook"]["reviewers"]
    years, maximum = rules["cycle"]["years"], rules["loads"]["maximum"]
    check(rules["loads"]["minimum"] <= maximum, "the minimum load is above the maximum")
    adopt(opened)
    conflicts = {(pair["under_review"], pair["reviewer"]) for pair in opened["conflicts"]}
    check({state for pair in conflicts for state in pair} <= {*now.members}, "unknown State")
    while peek(due=False):
        command(take(now.ahead["event"]))


def verify(data, head=None):
    """Where a ledger ends; ValueError with the line of the first thing that is wrong."""
    now = SimpleNamespace(line=0, hash="0" * 64, ahead=None, lots=0, amended=False, moved=False,
                          name="opened", unfinished=False)
    try:
        try:
            replay(data, now)
        except EOFError:
            now.unfinished = True
        check(head in (None, now.hash), f"the last line has the hash {now.hash}, not {head}")
    except (ValueError, RecursionError) as error:
        raise ValueError(f"line {max(now.line, 1)}: {error}") from None
    return now


def main():
    parser = argparse.ArgumentParser(description="Verify a ledger of PeerLots.")
    parser.error = lambda message: parser.exit(64, f"{parser.format_usage()}{message}\n")
    parser.add_argument("ledger", help="a ledger, or the folder of a cycle")
    parser.add_argument("--head", help="the published hash of the last line")
    given = parser.parse_args()
    path = given.ledger
    try:
        with open(os.path.join(path, "ledger.jsonl") if os.path.isdir(path) else path, "rb") as file:
            now = verify(file.read(), given.head)
    except OSError as error:
        parser.error(error)
    except ValueError as error:
        sys.exit(str(error))
    if now.unfinished:
        print(f"the ledger ends within {now.name!r}, which is not finished", file=sys.stderr)
    print(f"{now.line} lines, {now.lots} lots; the last line has the hash {now.hash}")


if __name__ == "__main__":
    main()
