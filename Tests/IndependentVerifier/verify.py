#!/usr/bin/env python3
"""The independent verifier of PeerLots: python3 verify.py DIR|LEDGER [--head HASH]

With --without-chains, outcomes drawn by the method uniform, and lists of tickets, are checked but
not drawn again; otherwise chain.py beside this file does that, in minutes for a large membership.

Written from the contract, sharing no code with the program. Exit 0: right; 1: the first thing that
is wrong, with its line; 64: wrong usage. Checked: every line (strict JSON in UTF-8, exactly the
fields of its event, `sequence`, `previous`); seeds, none used twice, and commitments; counter,
index and `drawn` of every lot; that events, lots and waiver lines stand where they are due, and
only there; all bowls but those of reviewers exactly; at the end of a cycle the rules on the outcome
(those on data, if nothing was amended) and that the waiver lines in force add up to `best`.
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
minimum_load is void, and written anew if the cycle is complete; a list of tickets lapses.
"""
import contextlib, json, os, re, sys  # noqa: E401
from collections import Counter, defaultdict
from hashlib import sha256
from types import SimpleNamespace

HEX, STATE = re.compile("[0-9a-f]{64}"), re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")
DRAW = re.compile(f"selection|(year|amendment|(redraw|deferral|stand-down) {STATE.pattern})"
                  " [1-9][0-9]{0,8}")
MEMBERSHIP = [{"state": STATE, "name": str, "region": str, "protocols": [str],
               "legal_systems": [str], "languages": [str], "reviewed": bool, "reviewer": bool}]
RULEBOOK = {
    "name": str, "source": str, "cycle": {"years": range(1, 51), "selected": range(1, 51)},
    "joining": ("by_lot", "last_year"),
    "reviewers": {"seats": [{"name": re.compile("[a-z][a-z0-9_]{0,39}"), "count": range(9),
                             "group": ("same", "other", "any"),
                             "legal_system": ("preferred", "ignored")}],
                  "distinct_groups": bool, "protocols": ("all", "any", "supplement"),
                  "mutual_reviews": ("forbidden", "allowed")},
    "loads": {"minimum": range(1001), "target": range(1001), "maximum": range(1001),
              "per_year": range(1001)},
    "selection": {"method": ("lots", "alphabetical", "given"), "proportional": bool},
    "redraws": {"limit": int, "scope": ("review", "reviewer"), "exclude_previous": bool},
    "waivers": [("seat", "supplement", "same_region", "minimum_load", "legal_system",
                 "target_load")]}


RUN_CHAINS = "--without-chains" not in sys.argv
OUTCOME = [{"under_review": STATE, "reviewers": [STATE]}]


def check(right, message):
    if not right:
        raise ValueError(message)


def fit(value, form, where):
    """Refuse a value unlike its form: fields, [form of each], type, choices, pattern, or itself."""
    if isinstance(form, dict):
        odd = {*form}.symmetric_difference(value if type(value) is dict else ())
        check(not odd, f"{where}: unknown or missing {sorted(odd)}")
        for name in form:
            fit(value[name], form[name], name)
    elif isinstance(form, list):
        check(type(value) is list, f"{where} must be an array")
        for entry in value:
            fit(entry, form[0], where)
    else:
        kind = type(form[0] if isinstance(form, (tuple, range)) else form)
        check(type(value) is form if kind is type else
              type(value) is str and form.fullmatch(value) if kind is re.Pattern else
              type(value) is kind and (value == form or kind is not type(form) and value in form),
              f"{where} is {value!r}; it should be {getattr(form, '__name__', form)!r}")


def short(rules):
    """The reviewers of a rulebook in the short form, with the purposes of the two kinds of lots."""
    kinds, loads = rules["reviewers"]["seats"], rules["loads"]
    same = [kind for kind in kinds if kind["group"] == "same"]
    others = [kind for kind in kinds if kind["group"] != "same"]
    check(len({kind["name"] for kind in kinds}) == len(kinds) and len(same) <= 1
          and sum(kind["count"] for kind in kinds) in range(1, 9)
          and all(kind["legal_system"] == "ignored" for kind in others), "the seats do not fit")
    check([*same, *others[:1]] == kinds and all(kind["count"] < 2 for kind in same)
          and not rules["reviewers"]["distinct_groups"] and not loads["target"]
          and rules["reviewers"]["protocols"] != "supplement"
          and loads["per_year"] >= loads["maximum"] and rules["joining"] == "by_lot"
          and rules["cycle"]["selected"] == rules["cycle"]["years"]
          and rules["selection"]["method"] == "lots" and rules["redraws"]["scope"] == "review",
          "the rulebook has a rule that this verifier does not know")
    return {**rules["reviewers"], "per_review": sum(kind["count"] for kind in kinds),
            "same_region": sum(kind["count"] for kind in same),
            "open_seats": "other_region" if others[0]["group"] == "other" else "any",
            "similar_legal_system": same[0]["legal_system"] if same else "ignored",
            "purposes": (f"{same[0]['name'] if same else 'no'} reviewer",
                         f"{others[0]['name']} reviewer")}


def read_line(line, sequence, previous):
    """The event on a line, if it is JSON and its place in the chain is right."""
    event = json.loads(line.decode(), object_pairs_hook=lambda pairs: check(
        len(dict(pairs)) == len(pairs), "a key stands twice in an object") or dict(pairs))
    json.dumps(event, ensure_ascii=False).encode()  # refuses halves of characters
    check(type(event) is dict and type(event.get("event")) is str, "no object with an event")
    fit(event.get("previous"), previous, "previous (the hash of the line before)")
    fit(event.get("sequence"), sequence, "sequence")
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


def load_chain():
    """The chain of uniform outcomes, which bowls do not need."""
    sys.path.append(os.path.dirname(os.path.abspath(__file__)))
    import chain
    return chain


def replay(data, now):
    """Replay a ledger; `now` tells where it stands. EOFError: it ends within a command."""
    chain = load_chain() if b'lawful_sweeps' in data or b'"tickets"' in data else None
    record, year_of, seats = {}, {}, {}  # of each State: its data, its year, {reviewer: seat}
    count, requests, seeds, commitments = Counter(), Counter(), set(), {}
    waived = defaultdict(Counter)  # the waiver lines in force: of a rule, of a State
    stood_down, released = set(), defaultdict(set)  # released by redraws, of a State
    lines = data.split(b"\n")  # the last one is empty, or torn

    def peek(due=True):
        """The next event; at the end None, or EOFError where one is due."""
        if not now.ahead and now.line < len(lines) - (lines[-1] == b""):
            now.line += 1
            check(now.line < len(lines), "the last line is torn: it lacks its newline")
            now.ahead = read_line(lines[now.line - 1], now.line - 1, now.hash)
            now.hash = sha256(lines[now.line - 1]).hexdigest()
        if due and not now.ahead:
            raise EOFError
        return now.ahead

    def take(name, /, **fields):
        """Take the next event, which must be this one, with these fields."""
        event, now.ahead = peek(), None
        check(event["event"] == name, f"the event is {event['event']!r}; it should be {name!r}")
        fit(event, {"sequence": int, "event": str, "previous": str, **fields}, name)
        return event

    def lot(purpose, bowl, unfit=lambda state: None, **fields):
        """Take a lot: its bowl is this one (None: any in which nobody is unfit)."""
        check(now.draw, "a lot without a seed")
        event = take("lot", purpose=purpose, draw=now.draw, counter=now.counter, index=int,
                     drawn=str, bowl=[str] if bowl is None else (bowl,), **fields)
        states = event["bowl"]
        check(states == sorted({*states}) != [], "the bowl is empty or not in canonical order")
        for state, reason in zip(states, map(unfit, states)):
            check(not reason, f"{state} may not be in the bowl: {reason}")
        index, now.counter = draw_index(now.key, now.counter, len(states))
        fit(event["index"], index, "index")
        fit(event["drawn"], states[index], "drawn")
        now.lots, now.drew = now.lots + 1, True
        return states[index]

    def waive(rule, state):
        """Take the waiver line that is due."""
        check(rule in now.best, f"{state} breaks {rule}, which is never waived")
        take("waiver", rule=rule, state=state, reason=str)
        waived[rule][state] += 1
        check(sum(waived[rule].values()) <= now.best[rule], f"{rule} is waived beyond best")

    def adopt(best, rows):
        """Take over a best vector and a membership."""
        check([*best] == rules["waivers"] and all(type(n) is int and n >= 0 for n in best.values()),
              "best does not count the rulebook's waivers, in their order")
        now.best, now.members = best, {row["state"]: row for row in rows}
        now.reviewed = [row["state"] for row in rows if row["reviewed"]]
        check([row["state"] for row in rows] == sorted(now.members), "membership not in order")
        check(now.reviewed, "nobody is reviewed")
        record.update(now.members)

    def group(state):
        return record[state]["region"] if rules["selection"]["proportional"] else ""

    def planned(year):
        return sorted(state for state in year_of if year_of[state] == year)

    def selection():
        """Extra places group by group, then States year by year and group by group (para. 14)."""
        groups = {name: [state for state in now.reviewed if group(state) == name]
                  for name in sorted({*map(group, now.reviewed)})}
        places = {name: [len(states) // years] * years for name, states in groups.items()}
        later = [len(states) % years for states in groups.values()]
        for name, states in groups.items():
            for left in range(later.pop(0), 0, -1):
                totals = [sum(column) for column in zip(*places.values())]
                taken = {year for year in range(years) if places[name][year] > len(states) // years}
                bowl = sorted(str(year + 1) for year in {*range(years)} - taken
                              if can_be_met(totals, taken, left, later, year))
                places[name][int(lot("extra place", bowl, region=name)) - 1] += 1
        for year, name in ((year, name) for year in range(years) for name in groups):
            for _ in range(places[name][year]):
                state = lot("year", groups[name], region=name, year=year + 1)
                groups[name].remove(state)
                year_of[state] = year + 1

    def draw_review(state):
        seats[state], regional = {}, review["same_region"] if record[state]["region"] else 0
        for number in range(review["per_review"]):
            draw_seat(state, REGIONAL if number < regional else OPEN)

    def draw_seat(state, seat):
        """The lot of a seat, or the waiver lines that its empty bowl costs."""
        now.drew, reviewer = True, None
        load = Counter(other for held in seats.values() for other in held)
        rule = "same_region" if seat == REGIONAL else "seat"
        if peek()["event"] == "waiver" and now.ahead.get("rule") == rule:
            waive(rule, state)
        else:
            reviewer = lot(seat, None, lambda other: unfit(state, other, seat, load),
                           year=year_of[state], under_review=state)
            seats[state][reviewer] = seat
        mine, its = (record[one]["legal_systems"] if one else [] for one in (state, reviewer))
        counts = seat == REGIONAL and mine and preferred
        if counts and {*mine}.isdisjoint(its):
            waive("legal_system", state)
        if seat == REGIONAL and not reviewer:
            draw_seat(state, OPEN)

    def unfit(state, other, seat, load=None):
        """What speaks against a reviewer; None if nothing. Without loads: who sits there now."""
        mine, its = record[state], now.members.get(other) or {**record[state], "reviewer": False}
        same, new = mine["region"] == its["region"] != "", load is not None
        reasons = {
            "it does not review (para. 57), or is the State": not its["reviewer"] or other == state,
            "there is a conflict between the two": (state, other) in conflicts,
            "it is not party to all the Protocols (para. 18 bis)": review["protocols"] == "all"
            and not {*mine["protocols"]} <= {*its["protocols"]},
            "it is not of the group (para. 19)": seat == REGIONAL and not same,
            "it is of the group": seat == OPEN and same and review["open_seats"] == "other_region",
            "the State reviews it (para. 19)": review["mutual_reviews"] == "forbidden"
            and state in seats.get(other, ()),
            "it reviews the State already (para. 18)": new and other in seats.get(state, ()),
            "it does all the reviews it may (para. 20)": new and load[other] >= loads["maximum"],
            "a redraw released it (para. 19)": new and other in now.excluded,
            "it stood down (para. 20)": new and (other, year_of[state]) in stood_down}
        return next((reason for reason, speaks in reasons.items() if speaks), None)

    def space():
        """All that is left to draw, as the chain of uniform outcomes sees it."""
        load = Counter(other for held in seats.values() for other in held)
        reviews = []
        for state in sorted({*year_of} - {*seats}):
            mine, kinds = record[state], {}
            regional = review["same_region"] if mine["region"] else 0
            counted = regional * bool(mine["legal_systems"]) * preferred
            for other in record:
                fits = [not unfit(state, other, seat, load) for seat in (REGIONAL, OPEN)]
                if fits[0] * regional or fits[1]:
                    similar = bool({*mine["legal_systems"]} & {*record[other]["legal_systems"]})
                    kinds[other] = (1 | chain.REGIONAL * regional * fits[0] | chain.REGIONAL_ONLY
                                    * (not fits[1]) | chain.SIMILAR * counted * fits[0] * similar)
            reviews.append((state, review["per_review"], regional, counted, kinds))
        due = [state for state, row in now.members.items() if row["reviewer"]]
        return chain.Space(
            reviews, {state: load[state] for state in record}, due, loads["minimum"],
            loads["maximum"], review["mutual_reviews"] == "forbidden",
            [now.best.get(rule, 0) - sum(waived[rule].values()) * (rule != "minimum_load")
             for rule in ("seat", "same_region", "minimum_load", "legal_system")])

    def of_year(drawn, year):
        return [{"under_review": state, "reviewers": drawn[state]} for state in planned(year)
                if state not in seats]

    def uniform():
        """A year drawn by the method uniform."""
        event = take("uniform", draw=now.draw, year=count["year"], lawful_sweeps=int, sweeps=int,
                     blocks=int, outcome=OUTCOME)
        if RUN_CHAINS:
            *numbers, drawn = chain.draw(space(), now.seed)
            check([event[name] for name in ("lawful_sweeps", "sweeps", "blocks")] == numbers
                  and event["outcome"] == of_year(drawn, count["year"]), "the chain ends elsewhere")
        settle(event["outcome"])

    def tickets():
        """The list of tickets of the next year."""
        year = count["year"] + 1
        check(count["selection"] and year <= years and not now.tickets, "no list is due here")
        check(f"year {year}" not in commitments, "the draw is committed to a secret")
        now.tickets = event = take("tickets", draw=f"year {year}", seed=str,
                                   count=range(2, 10_001), sha256=HEX)
        check(event["seed"] not in seeds, "the seed was used before")
        if RUN_CHAINS:
            lists = [of_year(drawn, year)
                     for drawn in chain.tickets(space(), event["seed"], event["count"])]
            lines = [["ticket", *(entry["under_review"] for entry in lists[0])]] + [
                [f"{number:0{len(str(len(lists) - 1))}}",
                 *(" ".join(entry["reviewers"]) for entry in ticket)]
                for number, ticket in enumerate(lists)]
            text = "".join(",".join(line) + "\n" for line in lines)
            fit(event["sha256"], sha256(text.encode()).hexdigest(), "sha256")
            now.lists = lists

    def ticket():
        """A year drawn by a ticket of its list."""
        check(now.tickets, "no tickets are published")
        count["year"] += 1
        event = take("ticket", draw=now.tickets["draw"], ticket=range(now.tickets["count"]),
                     outcome=OUTCOME)
        if RUN_CHAINS:
            fit(event["outcome"] == now.lists[event["ticket"]], True, "as on the ticket")
        seeds.add(now.tickets["seed"])
        now.tickets = None
        settle(event["outcome"])

    def settle(outcome):
        """Give the reviewers of an outcome their seats; take the waiver lines that are due."""
        left = [state for state in planned(count["year"]) if state not in seats]
        fit([entry["under_review"] for entry in outcome], (left,), "States under review")
        load, firsts = Counter(other for held in seats.values() for other in held), {}
        for entry in outcome:
            state, others = entry["under_review"], entry["reviewers"]
            mine, seats[state] = record[state], {}
            check(others == sorted({*others}) and len(others) <= review["per_review"]
                  and {*others} <= {*record}, f"{state}: reviewers not in order, or too many")
            group = [other for other in others if review["same_region"]
                     and record[other]["region"] == mine["region"] != ""]
            firsts[state] = ([other for other in group if preferred and not {
                *mine["legal_systems"]}.isdisjoint(record[other]["legal_systems"])] or group)[:1]
            for other in others:
                seat = REGIONAL if [other] == firsts[state] else OPEN
                reason = unfit(state, other, seat, load)
                check(not reason, f"{other} may not review {state}: {reason}")
                seats[state][other], load[other] = seat, load[other] + 1
        for state in left:
            mine = {*record[state]["legal_systems"]}
            if review["same_region"] and record[state]["region"]:
                if not firsts[state]:
                    waive("same_region", state)
                if preferred and mine and all(mine.isdisjoint(record[other]["legal_systems"])
                                              for other in firsts[state]):
                    waive("legal_system", state)
            for _ in range(review["per_review"] - len(seats[state])):
                waive("seat", state)

    def vacate(state, reviewers, *rules):
        """Empty seats of a State and void its lines of these rules; what seats they were."""
        kinds = [seats[state].pop(reviewer) for reviewer in reviewers]
        for rule in [*rules, *["legal_system"] * (REGIONAL in kinds)]:
            waived[rule].pop(state, None)
        return kinds

    def act(name, /, **fields):
        """Take the event that says what is done, with the best vector that it leads to."""
        event = take(name, best=dict, **fields)
        waived["minimum_load"].clear()
        now.tickets = None
        adopt(event["best"], event.get("membership", [*now.members.values()]))
        return event

    def redraw(state, held):
        only, limits = now.ahead.get("only"), rules["redraws"]
        check(state in seats and only in (None, *held), "nothing to be drawn again")
        requests[state] += not only
        request, given = (0, {"only": only}) if only else (requests[state], {})
        given.update({"exceptional": str} if request > limits["limit"] else {})
        event = act("redraw", state=state, request=request, released=([only] if only else held,),
                    exclusion=bool if limits["exclude_previous"] else False, **given)
        released[state] |= {*event["released"]}
        now.excluded = released[state] if event["exclusion"] else ()
        if only:
            return draw_seat(state, *vacate(state, [only]))
        vacate(state, held, "seat", "same_region", "legal_system")
        draw_review(state)

    def defer(state, held):
        year, moves = year_of[state], {}
        check(year < years, "a State of the last year cannot defer")
        act("deferred", state=state, reason=str, released=(held,),
            **{"from": year, "to": year + 1})
        vacate(state, held, "seat", "same_region", "legal_system")
        seats.pop(state, None)
        if peek(due=now.draw) and now.ahead.get("purpose") == "replacement":
            bowl = [other for other in planned(year + 1) if group(other) == group(state)]
            moves[lot("replacement", bowl, state=state)] = year
        now.moved |= not moves
        moves[state] = year + 1
        year_of.update(moves)
        for other in moves:
            if year_of[other] <= count["year"] and other not in seats:
                draw_review(other)

    def stand_down(state, _):
        year = year_of[state]
        held = [other for other in planned(year) if state in seats.get(other, ())]
        act("stood down", state=state, year=year, released=(held,))
        check((state, year) not in stood_down, "it stood down before")
        stood_down.add((state, year))
        for other, kinds in [(other, vacate(other, [state])) for other in held]:
            draw_seat(other, *kinds)

    def amend(*_):
        act("amended", membership=MEMBERSHIP)
        now.amended = now.moved = True
        ahead = range(count["year"] + 1, years + 1) if count["selection"] else ()
        for state in {state for year in ahead for state in planned(year)} - {*now.reviewed}:
            del year_of[state]
        for state in [state for state in now.reviewed if ahead and state not in year_of]:
            size = {year: (sum(group(other) == group(state) for other in planned(year)),
                           len(planned(year))) for year in ahead}
            bowl = sorted(str(year) for year in ahead if size[year] == min(size.values()))
            year_of[state] = int(lot("joining", bowl, state=state))

    def complete():
        """All is drawn: the minimum_load lines that are due, then the rules on the outcome."""
        load = Counter(other for held in seats.values() for other in held)
        for state, row in now.members.items():
            for _ in range(loads["minimum"] - load[state] if row["reviewer"] else 0):
                waive("minimum_load", state)
        check(all(sum(waived[rule].values()) == number for rule, number in now.best.items()),
              "the waiver lines in force do not add up to best")
        check({*seats} == {*year_of} and (now.amended or {*seats} == {*now.reviewed}),
              "not every State is reviewed exactly once (paras. 12, 13)")
        check(max(load.values(), default=0) <= loads["maximum"], "a load above the maximum (20)")
        for state, held in seats.items():
            check(len(held) + waived["seat"][state] == review["per_review"], f"{state}: para. 18")
            check(now.amended or not any(unfit(state, *pair) for pair in held.items()),
                  f"{state}: a reviewer is not fit (paras. 18 bis, 19)")
        for name in () if now.moved else {None, *map(group, year_of)}:  # None: all groups
            sizes = [sum(name in (None, group(state)) for state in planned(year + 1))
                     for year in range(years)]
            check(max(sizes) - min(sizes) <= 1, f"{name or 'all'}: out of proportion (para. 14)")

    def seed():
        """Take a commitment to a secret, or the seed of a draw."""
        now.name = now.ahead.get("draw")
        fit(now.name, DRAW, "draw")
        kind, _, number = now.name.rpartition(" ") if " " in now.name else (now.name, "", 1)
        place, commitment = int(number) - count[kind], commitments.get(now.name)
        check(kind != "year" or int(number) <= years, "the cycle has no such year")
        if now.ahead["event"] == "committed":
            check(place > 0 and not commitment, "drawn or committed before")
            commitments[now.name] = take("committed", draw=str, commitment=HEX)["commitment"]
            return
        opening = {"commitment": commitment, "public": str} if commitment else {}
        method = {"method": "uniform"} if "method" in now.ahead and kind == "year" else {}
        check(kind != "year" or not now.tickets, "a ticket must be drawn")
        event = take("seeded", draw=str, seed=str, **opening, **method)
        now.method, now.seed = method, event["seed"]
        check(place == 1 and (kind != "year" or count["selection"]), "it is not the next draw")
        check(event["seed"] not in {*seeds, now.tickets and now.tickets["seed"]},
              "the seed was used before")
        secret, _, public = event["seed"].partition("/")
        check(not commitment or sha256(secret.encode()).hexdigest() == commitment
              and f"{secret}/{event['public']}" == event["seed"], "the commitment is another")
        seeds.add(event["seed"])
        now.draw, now.counter, now.key = now.name, 0, sha256(event["seed"].encode()).digest()

    def command():
        """One command: its seed, what it does, and what is due when all is drawn."""
        now.draw, now.drew, now.excluded, now.name = None, False, (), now.ahead["event"]
        if now.name in ("committed", "seeded"):
            seed()
            if not now.draw:
                return
        if now.draw == "selection":
            count["selection"] += 1
            selection()
        elif now.draw and now.draw.startswith("year "):
            count["year"] += 1
            left = planned(count["year"])
            if now.method:
                left = uniform()
            while left:
                state = lot("turn", left, year=count["year"])
                left.remove(state)
                draw_review(state)
        elif now.name in ("tickets", "ticket") and not now.draw:
            (tickets if now.name == "tickets" else ticket)()
        else:
            name, state = peek()["event"], now.ahead.get("state")
            check(name in steps, f"the event {name!r} has no place here")
            known = type(state) is str and state in year_of
            check(known or name == "amended", "the State is not under review")
            kind, step = steps[name]
            kind += "" if name == "amended" else f" {state}"
            count[kind] += 1
            check(now.draw in (None, f"{kind} {count[kind]}"), f"{now.draw} is another draw")
            step(state, sorted(seats.get(state, ()) if known else ()))
            check(now.drew == bool(now.draw), "a seed and no lot, or no seed")
        if count["year"] == years:
            complete()

    steps = {"redraw": ("redraw", redraw), "deferred": ("deferral", defer),
             "stood down": ("stand-down", stand_down), "amended": ("amendment", amend)}
    check(peek(due=False), "the ledger is empty")
    opened = take("opened", format=1, software=str, rulebook=RULEBOOK, membership=MEMBERSHIP,
                  conflicts=[{"under_review": STATE, "reviewer": STATE}], best=dict)
    rules, review = opened["rulebook"], short(opened["rulebook"])
    REGIONAL, OPEN = review["purposes"]
    years, loads = rules["cycle"]["years"], rules["loads"]
    preferred = review["similar_legal_system"] == "preferred"
    check(loads["minimum"] <= loads["maximum"], "the minimum load is above the maximum")
    adopt(opened["best"], opened["membership"])
    conflicts = {(pair["under_review"], pair["reviewer"]) for pair in opened["conflicts"]}
    check({state for pair in conflicts for state in pair} <= {*now.members}, "unknown State")
    while peek(due=False):
        command()


def verify(data, head=None):
    """Where a ledger ends; ValueError with the line of the first thing that is wrong."""
    now = SimpleNamespace(line=0, hash="0" * 64, ahead=None, lots=0, amended=False, moved=False,
                          name="opened", unfinished=True, tickets=None)
    try:
        with contextlib.suppress(EOFError):
            replay(data, now)
            now.unfinished = False
        check(head in (None, now.hash), f"the last line has the hash {now.hash}, not {head}")
    except (ValueError, RecursionError) as error:
        raise ValueError(f"line {max(now.line, 1)}: {error}") from None
    return now


def main(path="", option="--head", *heads):
    try:
        if not path or option != "--head" or len(heads) != len(sys.argv) // 3:
            raise OSError("usage: python3 verify.py DIR|LEDGER [--head HASH]")
        path = os.path.join(path, "ledger.jsonl") if os.path.isdir(path) else path
        with open(path, "rb") as file:
            now = verify(file.read(), *heads)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 64 if isinstance(error, OSError) else 1
    if now.unfinished:
        print(f"the ledger ends within {now.name!r}, which is not finished", file=sys.stderr)
    print(f"{now.line} lines, {now.lots} lots; the last line has the hash {now.hash}")
    return 0


if __name__ == "__main__":
    sys.argv = [word for word in sys.argv if word != "--without-chains"]
    sys.exit(main(*sys.argv[1:]))
