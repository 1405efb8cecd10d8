#!/usr/bin/env python3
"""The independent verifier of PeerLots: python3 verify.py DIR|LEDGER [--head HASH] [--chains]

One file, standard library only, written from the contract (version 2), sharing no code with the
program. It says RIGHT or WRONG first, then what was drawn from which seed, then what it did not
check. Exit 0: right; 1: wrong, with the line of the first thing that is; 64: wrong usage.
Checked: every line (strict JSON in UTF-8, exactly the fields of its event, `sequence`, `previous`);
announcements, that nothing else stands between them and their draws; seeds, public texts and
secrets, none used twice, and commitments; counter, index and `drawn` of every lot; that events,
lots and waiver lines stand where they are due, and only there; all bowls but those of reviewers
exactly; at the end of a cycle the rules on the outcome (those on data, if nothing was amended) and
that the waiver lines in force add up to `best`. A ledger that ends within a command is right so
far; the answer says which.
NOT checked, for it takes a solver (`peerlots verify` has one): that a bowl of reviewers holds all
with whom the cycle still reaches `best`, or had to be empty; that `exclusion` had to be dropped;
that `best` is best. Who is in such a bowl must be fit: a reviewer, no conflict, party to the
Protocols, of the group or not as the seat has it, below the maximum load, no second or mutual
review, neither stood down nor excluded. Outcomes drawn by the method uniform, and lists of tickets,
are drawn again with --chains only, by chain.py beside this file; else they are checked to be fit.
Where the contract is silent: a command writes `seeded` (if it draws a seat or lot; a year always),
what is done, then lots and waivers; `released` is in canonical order. `redraw` voids the State's
waivers but those of loads; with `only`, that seat is drawn again as what it was (a regional one
voids legal_system). `deferred` voids the same; no `replacement` lot: none was wanted; who enters a
drawn year is drawn at once, the replacement first, unless its review is drawn. `stood down` empties
all seats, then draws them. `amended`: who is gone or not reviewed leaves the years not begun, then
`joining` lots; what is drawn stays, waivers too. After each of these the waivers of loads are void,
and written anew if the cycle is complete.
"""
import contextlib, json, os, re, sys, time  # noqa: E401
from collections import Counter, defaultdict
from hashlib import sha256
from types import SimpleNamespace

HEX, STATE = re.compile("[0-9a-f]{64}"), re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")
CODE, REASON = re.compile("[A-Za-z0-9][A-Za-z0-9_.-]*"), re.compile(r"(?s)(?=.*[^\W\d_]).*")
NAME = re.compile("[^\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*")
TEXT = re.compile("(?=.{1,1000}$)[!-~]+( [!-~]+)*", re.S)  # of a seed (contract, section 6)
DRAW = re.compile(f"selection|((tickets )?year|amendment|(redraw|deferral|stand-down) "
                  f"{STATE.pattern}) [1-9][0-9]{{0,8}}")
MEMBER = {"state": STATE, "name": NAME, "region": NAME, "protocols": [CODE],
          "legal_systems": [CODE], "languages": [CODE], "reviewed": bool, "reviewer": bool}
EXTRA = {"year": range(1, 51), "seats": range(1, 9), "minimum": range(1001),
         "maximum": range(1001)}
PAIRS = [{"under_review": STATE, "reviewer": STATE}]
EXCLUSIONS = [{"reviewer": STATE, "other": STATE}]
RULEBOOK = {
    "name": str, "source": str, "cycle": {"years": range(1, 51), "selected": range(1, 51)},
    "joining": ("by_lot", "last_year"),
    "reviewers": {"seats": [{"name": str, "count": range(9), "group": ("same", "other", "any"),
                             "legal_system": ("preferred", "ignored")}],
                  "distinct_groups": bool, "protocols": ("all", "any", "supplement"),
                  "mutual_reviews": ("forbidden", "allowed")},
    "loads": dict.fromkeys(("minimum", "target", "maximum", "per_year"), range(1001)),
    "selection": {"method": ("lots", "alphabetical", "given"), "proportional": bool},
    "redraws": {"limit": range(10**9), "scope": ("review", "reviewer"), "exclude_previous": bool},
    "waivers": [("seat", "supplement", "same_region", "minimum_load", "legal_system",
                 "target_load")]}
COUNT, NUMBER = re.compile("[1-9][0-9]{0,399}"), re.compile("0|[1-9][0-9]{0,399}")  # of outcomes
OUTCOME = [{"under_review": STATE, "reviewers": [STATE]}]
LOADS = ("minimum_load", "target_load")


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


def no_double(pairs):
    check(len(dict(pairs)) == len(pairs), "a key stands twice in an object")
    return dict(pairs)


def whole(digits):
    check(digits != "-0", "-0 is no number of ours")
    return int(digits)


def read_line(line, sequence, previous):
    """The event on a line, if it is JSON and its place in the chain is right."""
    event = json.loads(line.decode(), object_pairs_hook=no_double, parse_int=whole)
    json.dumps(event, ensure_ascii=False).encode()  # refuses halves of characters
    check(type(event) is dict and type(event.get("event")) is str, "no object with an event")
    fit(event.get("previous"), previous, "previous (the hash of the line before)")
    fit(event.get("sequence"), sequence, "sequence")
    return event


def draw_index(key, counter, size):
    """The index of a lot in a bowl of this size, and the next counter (contract, §6; Uniform)."""
    words = max(1, -(-(size - 1).bit_length() // 64))
    while True:
        value = 0
        for counter in range(counter + 1, counter + words + 1):
            block = sha256(key + (counter - 1).to_bytes(8, "big")).digest()
            value = value << 64 | int.from_bytes(block[:8], "big")
        if value < 2**(64 * words) // size * size:
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
    now.uniform = re.search(b'"(uniform|ticket)"', data)
    chain = load_chain() if now.chains and now.uniform else None
    record, year_of, seats = {}, {}, {}  # of each State: its data, its year, {reviewer: seat}
    count, requests, waived = Counter(), Counter(), defaultdict(Counter)  # waived: rule, State
    texts, secrets, ahead = set(), set(), []  # seeds and public texts; announcements in force
    stood_down, released = set(), defaultdict(set)  # released by redraws, of a State
    layout = {}  # of each State whose seats were drawn: their kinds
    lines = data.split(b"\n")  # the last one is empty, or torn

    def peek(due=True):
        """The next event; at the end None, or EOFError where one is due."""
        if not now.ahead and now.line < len(lines) - (lines[-1] == b""):
            now.line += 1
            check(now.line < len(lines), "the last line is torn: it lacks its newline")
            now.ahead = read_line(lines[now.line - 1], now.line - 1, now.hash)
            now.hash = sha256(lines[now.line - 1]).hexdigest()
            now.tell(now.line, len(lines))
        if due and not now.ahead:
            raise EOFError
        return now.ahead

    def take(name, /, **fields):
        """Take the next event, which must be this one, with these fields."""
        event, now.ahead = peek(), None
        check(event["event"] == name, f"the event is {event['event']!r}; it should be {name!r}")
        fit(event, {"sequence": int, "event": str, "previous": str, **fields}, name)
        return event

    def given(**optional):
        """Those of some fields that the next event has."""
        return {name: form for name, form in optional.items() if name in peek()}

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
        take("waiver", rule=rule, state=state, reason=REASON)
        waived[rule][state] += 1
        check(sum(waived[rule].values()) <= now.best[rule], f"{rule} is waived beyond best")

    def in_order(entries, what):
        keys = [entry if type(entry) is str else [*entry.values()] for entry in entries]
        check(all(one < two for one, two in zip(keys, keys[1:])), f"{what}: not in order, or twice")

    def enact(rules):
        """Take over a rulebook."""
        fit(rules, RULEBOOK, "rulebook")
        now.rules, now.kinds = rules, rules["reviewers"]["seats"]
        now.years, loads = rules["cycle"]["years"], rules["loads"]
        now.kind = {kind["name"]: kind for kind in now.kinds}
        check(loads["minimum"] <= loads["maximum"], "the minimum load is above the maximum")
        check(loads["target"] in {0, *range(loads["minimum"], loads["maximum"] + 1)}, "target")
        check(rules["cycle"]["selected"] <= now.years, "more years selected than the cycle has")
        check(1 <= len(now.kinds) == len(now.kind) <= 4, "one to four kinds of seats, each once")
        check(1 <= sum(kind["count"] for kind in now.kinds) <= 8, "one to eight seats")
        check(sum(kind["group"] == "same" for kind in now.kinds) <= 1, "two kinds of the group")
        check(len({*rules["waivers"]}) == len(rules["waivers"]), "a waiver stands twice")
        check(rules["reviewers"]["protocols"] != "supplement", "supplements are not known here")

    def bar(pairs=None, exclusions=None):
        """Take over pairs that may not be drawn, and pairs that may not sit together."""
        for name, form, entries in (("conflicts", PAIRS, pairs),
                                    ("exclusions", EXCLUSIONS, exclusions)):
            if entries is not None:
                fit(entries, form, name)
                in_order(entries, name)
                codes = {state for pair in entries for state in pair.values()}
                check(codes <= {*record}, f"{name}: unknown State")
                setattr(now, name, {tuple(pair.values()) if name == "exclusions" else
                                    (pair["under_review"], pair["reviewer"]) for pair in entries})

    def adopt(best, rows):
        """Take over a best vector and a membership."""
        check({*best} == {*now.rules["waivers"]}
              and all(type(n) is int and n >= 0 for n in best.values()),
              "best does not count the rulebook's waivers")
        for row in rows:
            check(type(row) is dict, "membership")
            fit(row, {**MEMBER, **{name: EXTRA[name] for name in EXTRA if name in row}}, "member")
            for name in ("protocols", "legal_systems", "languages"):
                in_order(row[name], name)
        now.best, now.members = best, {row["state"]: row for row in rows}
        now.reviewed = [row["state"] for row in rows if row["reviewed"]]
        in_order([row["state"] for row in rows], "membership")
        check(now.reviewed, "nobody is reviewed")
        record.update(now.members)

    def group(state):
        return record[state]["region"] if now.rules["selection"]["proportional"] else ""

    def planned(year):
        return sorted(state for state in year_of if year_of[state] == year)

    def reviews_done(year=None):
        return Counter(other for state, held in seats.items() for other in held
                       if year in (None, year_of[state]))

    def seat_names(state):
        """The kinds of a State's seats, in the order in which they are drawn: those that it had
        when they were drawn first, else those of the rulebook."""
        if state in layout:
            return layout[state]
        last, names = now.kinds[-1]["name"], []
        for kind in now.kinds:
            own = kind["group"] != "same" or record[state]["region"]
            names += [kind["name"] if own else last] * kind["count"]
        names.sort(key=[*now.kind].index)
        more = record[state].get("seats", len(names)) - len(names)
        while more < 0:
            names.pop(max(at for at, name in enumerate(names)
                          if now.kind[name]["group"] != "same"))
            more += 1
        return names + [last] * more

    def is_counted(state, kind):
        return now.kind[kind]["legal_system"] == "preferred" and record[state]["legal_systems"]

    def selection():
        """Extra places group by group, then States year by year and group by group (para. 14)."""
        years, way = now.rules["cycle"]["selected"], now.rules["selection"]["method"]
        chosen = [state for state in now.reviewed if state not in year_of]
        groups = {name: [state for state in chosen if group(state) == name]
                  for name in sorted({*map(group, chosen)})}
        places = {name: [len(states) // years] * years for name, states in groups.items()}
        later = [len(states) % years for states in groups.values()]
        for name, states in groups.items():
            for left in range(later.pop(0), 0, -1):
                totals = [sum(column) for column in zip(*places.values())]
                taken = {year for year in range(years) if places[name][year] > len(states) // years}
                bowl = sorted(str(year + 1) for year in {*range(years)} - taken
                              if can_be_met(totals, taken, left, later, year))
                places[name][int(lot("extra place", bowl, region=name)) - 1] += 1
        for name, states in groups.items() if way == "alphabetical" else ():
            first = lot("first", states, region=name)
            states.sort(key=lambda state: (record[state]["name"].encode(), state))
            states[:] = states[states.index(first):] + states[:states.index(first)]
        for year, name in ((year, name) for year in range(years) for name in groups):
            for _ in range(places[name][year]):
                state = groups[name][0] if way == "alphabetical" else \
                    lot("year", groups[name], region=name, year=year + 1)
                groups[name].remove(state)
                year_of[state] = year + 1

    def years_cost():
        """Where per_year binds, the years drawn can cost waivers: an event says the new best."""
        event = peek(due=False) or {"event": None}
        if event["event"] == "amended" and not any(event.get(name) for name in (
                "left", "joined", "renamed", "membership", "rulebook", "conflicts", "exclusions")):
            count["amendment"] += 1
            act("amended", left=([],), joined=([],), renamed=([],))

    def draw_review(state):
        seats[state], layout[state] = {}, seat_names(state)
        for name in layout[state]:
            draw_seat(state, name)

    def draw_seat(state, seat):
        """The lot of a seat, or the waiver lines that its empty bowl costs."""
        now.drew, reviewer = True, None
        load, of_year = reviews_done(), reviews_done(year_of[state])
        regional = now.kind[seat]["group"] == "same"
        rule = "same_region" if regional else "seat"
        if peek()["event"] == "waiver" and now.ahead.get("rule") == rule:
            waive(rule, state)
        else:
            reviewer = lot(f"{seat} reviewer", None,
                           lambda other: unfit(state, other, seat, load, of_year),
                           year=year_of[state], under_review=state)
            seats[state][reviewer] = seat
        mine, its = (record[one]["legal_systems"] if one else [] for one in (state, reviewer))
        if is_counted(state, seat) and {*mine}.isdisjoint(its):
            waive("legal_system", state)
        if regional and not reviewer:
            draw_seat(state, now.kinds[-1]["name"])

    def unfit(state, other, seat, load=None, of_year=None):
        """What speaks against a reviewer; None if nothing. Without loads: who sits there now."""
        if other not in record:
            return "there is no such State"
        mine, its = record[state], now.members.get(other) or {**record[other], "reviewer": False}
        same, new = mine["region"] == its["region"] != "", load is not None
        review, loads = now.rules["reviewers"], now.rules["loads"]
        asked, beside = now.kind[seat]["group"], {*seats.get(state, ())} - {other}
        reasons = {
            "it does not review (para. 57), or is the State": not its["reviewer"] or other == state,
            "there is a conflict between the two": (state, other) in now.conflicts,
            "it is not party to all the Protocols (para. 18 bis)": review["protocols"] == "all"
            and not {*mine["protocols"]} <= {*its["protocols"]},
            "it is not of the group (para. 19)": asked == "same" and not same,
            "it is of the group": asked == "other" and same,
            "the State reviews it (para. 19)": review["mutual_reviews"] == "forbidden"
            and state in seats.get(other, ()),
            "it may not sit with another": any({(other, one), (one, other)} & now.exclusions
                                               for one in beside),
            "another is of its group": review["distinct_groups"] and its["region"] != "" and any(
                record[one]["region"] == its["region"] for one in beside),
            "it reviews the State already (para. 18)": new and other in seats.get(state, ()),
            "it does all the reviews it may (para. 20)": new
            and load[other] >= its.get("maximum", loads["maximum"]),
            "it does all the reviews of a year": new and of_year[other] >= loads["per_year"],
            "a redraw released it (para. 19)": new and other in now.excluded,
            "it stood down (para. 20)": new and (other, year_of[state]) in stood_down}
        return next((reason for reason, speaks in reasons.items() if speaks), None)

    def vacate(state, reviewers, *rules):
        """Empty seats of a State and void its lines of these rules; what seats they were."""
        kinds = [seats[state].pop(reviewer) for reviewer in reviewers]
        same = any(now.kind[kind]["group"] == "same" for kind in kinds)
        for rule in [*rules, *["legal_system"] * same]:
            waived[rule].pop(state, None)
        return kinds

    def act(name, /, **fields):
        """Take the event that says what is done, with the best vector that it leads to."""
        if "rulebook" in fields:
            enact(peek()["rulebook"])
        event = take(name, best=dict, **fields)
        for rule in LOADS:
            waived[rule].clear()
        rows = event.get("membership", [*now.members.values()])
        adopt(event["best"], rows)
        return event

    def redraw(state, held):
        only, limits = now.ahead.get("only"), now.rules["redraws"]
        check(state in seats and only in (None, *held), "nothing to be drawn again")
        check(only or limits["scope"] == "review", "one reviewer a request")
        shown = only and ((only, year_of[state]) in stood_down
                          or unfit(state, only, seats[state][only]))
        requests[state] += not shown
        beyond = not shown and requests[state] > limits["limit"]
        event = act("redraw", state=state, request=0 if shown else requests[state],
                    released=([only] if only else held,),
                    exclusion=bool if limits["exclude_previous"] else False,
                    **given(only=str), **({"exceptional": REASON} if beyond else {}),
                    **({"reason": REASON} if shown else {}))
        released[state] |= {*event["released"]}
        now.excluded = released[state] if event["exclusion"] else ()
        if only:
            return draw_seat(state, *vacate(state, [only]))
        vacate(state, held, "seat", "same_region", "legal_system")
        draw_review(state)

    def defer(state, held):
        year, moves = year_of[state], {}
        to = year + 1 if year < now.years else 0
        act("deferred", state=state, reason=REASON, released=(held,), **{"from": year, "to": to})
        vacate(state, held, "seat", "same_region", "legal_system")
        seats.pop(state, None)
        if not to or to > count["year"]:
            layout.pop(state, None)
        now.moved = True
        if not to:
            now.carried_over.add(state)
            del year_of[state]
            return
        if peek(due=now.draw) and now.ahead.get("purpose") == "replacement":
            bowl = [other for other in planned(to) if group(other) == group(state)]
            moves[lot("replacement", bowl, state=state)] = year
        moves[state] = to
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

    def rename(old, new):
        """Another code for the same State: everything goes on under it."""
        for table in (year_of, seats, layout, requests, released, record, *waived.values(),
                      *seats.values()):
            if old in table:
                table[new] = table.pop(old)
        for name in ("redraw", "deferral", "stand-down"):
            count[f"{name} {new}"] += count.pop(f"{name} {old}", 0)
        for names in (*released.values(), now.carried_over):
            if old in names:
                names ^= {old, new}
        for name in ("conflicts", "exclusions"):
            setattr(now, name, {tuple(new if one == old else one for one in pair)
                                for pair in getattr(now, name)})
        for one, year in [pair for pair in stood_down if pair[0] == old]:
            stood_down.add((new, year))

    def amend(*_):
        event, before = peek(), {*now.members}
        form = [{"from": STATE, "to": STATE}]
        fit(event.get("renamed"), form, "renamed")
        rows = event.get("membership", [*now.members.values()])
        check(type(rows) is list and all(type(row) is dict for row in rows), "membership")
        check(all(type(row.get("state")) is str for row in rows), "state")
        after = {row["state"] for row in rows}
        old, new = ([pair[end] for pair in event["renamed"]] for end in ("from", "to"))
        check({*old} <= before - after and {*new} <= after - before
              and len({*old}) == len(old) == len({*new}), "renamed: not one State and its new code")
        in_order(event["renamed"], "renamed")
        for pair in event["renamed"]:
            rename(*pair.values())
        act("amended", renamed=form, left=(sorted(before - after - {*old}),),
            joined=(sorted(after - before - {*new}),),
            **given(membership=list, rulebook=RULEBOOK, conflicts=PAIRS, exclusions=EXCLUSIONS))
        bar(event.get("conflicts"), event.get("exclusions"))
        now.amended = now.moved = True
        ahead = range(count["year"] + 1, now.years + 1) if count["selection"] else ()
        for state, year in [*year_of.items()]:
            if year > now.years or year in ahead and state not in now.reviewed:
                del year_of[state]
        for state in now.reviewed:
            if not ahead or state in year_of or state in now.carried_over:
                continue
            if now.rules["joining"] == "last_year":
                year_of[state] = now.years
                continue
            size = {year: (sum(group(other) == group(state) for other in planned(year)),
                           len(planned(year))) for year in ahead}
            bowl = sorted(str(year) for year in ahead if size[year] == min(size.values()))
            year_of[state] = int(lot("joining", bowl, state=state))

    def complete():
        """All is drawn: the waivers of loads that are due, then the rules on the outcome."""
        load, loads = reviews_done(), now.rules["loads"]
        for rule in [rule for rule in now.rules["waivers"] if rule in LOADS]:
            for state, row in now.members.items():
                least, most = (row.get(name, loads[name]) for name in ("minimum", "maximum"))
                due = least if rule == "minimum_load" else min(loads["target"], most)
                for _ in range(due - load[state] if row["reviewer"] else 0):
                    waive(rule, state)
        check(all(sum(waived[rule].values()) == number for rule, number in now.best.items()),
              "the waiver lines in force do not add up to best")
        check({*seats} == {*year_of} and (now.amended or {*seats} | now.carried_over
                                          == {*now.reviewed}),
              "not every State is reviewed exactly once (paras. 12, 13)")
        for state, held in seats.items():
            check(now.amended or load[state] <= record[state].get("maximum", loads["maximum"]),
                  f"{state}: a load above the maximum (20)")
            check(len(held) + waived["seat"][state] == len(seat_names(state)) or now.amended,
                  f"{state}: para. 18")
            check(now.amended or not any(unfit(state, *pair) for pair in held.items()),
                  f"{state}: a reviewer is not fit (paras. 18 bis, 19)")
        chosen = range(1, now.rules["cycle"]["selected"] + 1)
        for name in () if now.moved else {None, *map(group, year_of)}:  # None: all groups
            sizes = [sum(name in (None, group(state)) and state not in now.carried
                         for state in planned(year)) for year in chosen]
            check(max(sizes) - min(sizes) <= 1, f"{name or 'all'}: out of proportion (para. 14)")

    def space():
        """All that is left to draw, as the chain of uniform outcomes sees it."""
        load, year = reviews_done(), Counter()
        reviews, loads = [], now.rules["loads"]
        for state in sorted({*year_of} - {*seats}):
            mine, kinds, names = record[state], {}, seat_names(state)
            regional = sum(now.kind[name]["group"] == "same" for name in names)
            counted = bool(regional and any(is_counted(state, name) for name in names))
            for other in record:
                fits = [any(now.kind[name]["group"] == "same" and not unfit(
                            state, other, name, load, year) for name in names),
                        not unfit(state, other, now.kinds[-1]["name"], load, year)]
                if any(fits):
                    similar = bool({*mine["legal_systems"]} & {*record[other]["legal_systems"]})
                    kinds[other] = (1 | chain.REGIONAL * fits[0] | chain.REGIONAL_ONLY
                                    * (not fits[1]) | chain.SIMILAR * counted * fits[0] * similar)
            reviews.append((state, len(names), regional, counted, kinds))
        due = [state for state, row in now.members.items() if row["reviewer"]]
        return chain.Space(
            reviews, {state: load[state] for state in record}, due,
            *({state: row.get(name, loads[name]) for state, row in record.items()}
              for name in ("minimum", "maximum")),
            now.rules["reviewers"]["mutual_reviews"] == "forbidden",
            [now.best.get(rule, 0) - sum(waived[rule].values()) * (rule != "minimum_load")
             for rule in ("seat", "same_region", "minimum_load", "legal_system")])

    def of_year(drawn, year):
        return [{"under_review": state, "reviewers": drawn[state]} for state in planned(year)
                if state not in seats]

    def uniform():
        """A year drawn by the method uniform."""
        event = take("uniform", draw=now.draw, year=count["year"], blocks=int, outcome=OUTCOME, **(
            given(outcomes=COUNT, number=NUMBER) or {"lawful_sweeps": int, "sweeps": int}))
        if "number" in event:
            number, blocks = draw_index(now.key, 0, int(event["outcomes"]))
            check((event["number"], event["blocks"]) == (str(number), blocks), "number, blocks")
        if chain:
            way, drawn = chain.draw(space(), now.seed, draw_index)
            way["outcome"] = of_year(drawn, count["year"])
            check({**event, **way} == event, "the seed draws another outcome, or in another way")
        settle(event["outcome"])

    def tickets():
        """The list of tickets of the next year."""
        year = count["year"] + 1
        check(now.draw == f"tickets year {year}" and not now.tickets, "no list is due here")
        now.drew = True
        now.tickets = event = take("tickets", draw=now.draw, count=range(2, 10_001), sha256=HEX,
                                   **given(outcomes=COUNT))
        now.basis = basis()
        if chain:
            way, drawn = chain.tickets(space(), now.seed, event["count"], draw_index)
            fit(event.get("outcomes"), way.get("outcomes"), "outcomes")
            lists = now.lists = [of_year(one, year) for one in drawn]
            lines = [["ticket", *(entry["under_review"] for entry in lists[0])]] + [
                [f"{number:0{len(str(len(lists) - 1))}}",
                 *(" ".join(entry["reviewers"]) for entry in ticket)]
                for number, ticket in enumerate(lists)]
            text = "".join(",".join(line) + "\n" for line in lines)
            fit(event["sha256"], sha256(text.encode()).hexdigest(), "sha256")

    def ticket():
        """A year drawn by a ticket of its list."""
        check(now.tickets, "no tickets are published")
        count["year"] += 1
        draw = f"year {count['year']}"
        begin(draw, {**due(draw, "tickets"), "method": "tickets"})
        event = take("ticket", draw=draw, ticket=range(now.tickets["count"]), outcome=OUTCOME)
        if chain:
            fit(event["outcome"] == now.lists[event["ticket"]], True, "as on the ticket")
        now.tickets = None
        settle(event["outcome"])

    def basis():
        """All that the tickets of a list follow from: a list lapses when it changes."""
        names = ("region", "protocols", "legal_systems", "reviewer", "reviewed", "seats",
                 "minimum", "maximum")
        return json.dumps([
            {**now.rules, "name": "", "source": "", "redraws": {}}, now.best,
            [[state, *(row.get(name) for name in names)] for state, row in now.members.items()],
            sorted(year_of.items()), sorted((state, sorted(held)) for state, held in seats.items()),
            sorted(stood_down), sorted(now.conflicts), sorted(now.exclusions),
            [[rule, sorted(lines.items())] for rule, lines in sorted(waived.items()) if lines]])

    def settle(outcome):
        """Give the reviewers of an outcome their seats; take the waiver lines that are due."""
        left = [state for state in planned(count["year"]) if state not in seats]
        fit([entry["under_review"] for entry in outcome], (left,), "States under review")
        load, of_this, firsts = reviews_done(), reviews_done(count["year"]), {}
        for entry in outcome:
            state, others = entry["under_review"], entry["reviewers"]
            mine, seats[state], names = record[state], {}, seat_names(state)
            layout[state] = names
            same = next((name for name in names if now.kind[name]["group"] == "same"), None)
            check(others == sorted({*others}) and len(others) <= len(names)
                  and {*others} <= {*record}, f"{state}: reviewers not in order, or too many")
            group = [other for other in others if same
                     and record[other]["region"] == mine["region"] != ""]
            firsts[state] = ([other for other in group if is_counted(state, same) and not {
                *mine["legal_systems"]}.isdisjoint(record[other]["legal_systems"])] or group)[:1]
            for other in others:
                seat = same if [other] == firsts[state] else now.kinds[-1]["name"]
                reason = unfit(state, other, seat, load, of_this)
                check(not reason, f"{other} may not review {state}: {reason}")
                seats[state][other] = seat
                load[other], of_this[other] = load[other] + 1, of_this[other] + 1
        for state in left:
            mine, names = {*record[state]["legal_systems"]}, seat_names(state)
            same = next((name for name in names if now.kind[name]["group"] == "same"), None)
            if same:
                if not firsts[state]:
                    waive("same_region", state)
                if is_counted(state, same) and all(
                        mine.isdisjoint(record[other]["legal_systems"]) for other in firsts[state]):
                    waive("legal_system", state)
            for _ in range(len(names) - len(seats[state])):
                waive("seat", state)

    def kind_of(draw):
        """The kind of a draw (`redraw KEN`) and its number (`year 3`: 3)."""
        fit(draw, DRAW, "draw")
        kind, _, number = draw.rpartition(" ")
        return (kind, int(number)) if kind else (draw, 1)

    def can_come(draw):
        """Refuse a draw that cannot come any more, or not yet have this number."""
        kind, number = kind_of(draw)
        coming = sum(kind == kind_of(entry["draw"])[0] for entry in ahead)
        state = kind.partition(" ")[2]
        yearly = kind in ("year", "tickets year")
        check(number <= now.years and number > count["year"] if yearly else
              number == count[kind] + coming + 1, f"{draw} cannot come: it is not the next")
        check(not state or yearly or state in year_of or not count["selection"]
              and record.get(state, {}).get("reviewed"), f"{state} is not under review")

    def announce():
        """Take an announcement: which draw comes, how, and where its public text comes from."""
        draw = now.ahead.get("draw")
        can_come(draw)
        check(draw not in [entry["draw"] for entry in ahead], "announced before")
        event = take("announced", draw=str, method=("bowls", "uniform", "tickets"), source=REASON,
                     **given(commitment=HEX, experts=HEX))
        kind = kind_of(draw)[0]
        check(kind == "year" or event["method"] == ("tickets" if kind == "tickets year" else
                                                    "bowls"), "no such method for this draw")
        if "commitment" in event:
            check(event["commitment"] not in secrets, "the secret was committed to before")
            secrets.add(event["commitment"])
        ahead.append({**event, "line": event["sequence"] + 1})

    def withdraw():
        event = take("withdrawn", draw=str, reason=REASON)
        entry = [entry for entry in ahead if entry["draw"] == event["draw"]]
        check(entry, "no such announcement is in force")
        ahead.remove(entry[0])

    def due(draw, method="bowls"):
        """The announcement of a draw that begins; nothing but what is announced may."""
        if not ahead:
            return {}
        check(ahead[0]["draw"] == draw, f"{ahead[0]['draw']} is announced, and {draw} is drawn")
        check(ahead[0]["method"] == method, "it was announced with another method")
        return ahead.pop(0)

    def begin(draw, entry, seed=None):
        now.report.append({"draw": draw, "seed": seed, "line": now.line,
                           "announced": entry.get("line"), "method": entry.get("method")})

    def seed():
        """Take the seed of a draw."""
        now.name = now.ahead.get("draw")
        kind, number = kind_of(now.name)
        check(kind != "year" or number <= now.years, "the cycle has no such year")
        check(number == count[kind] + 1 or kind == "tickets year", "it is not the next draw")
        check("year" not in kind or count["selection"], "the selection comes first")
        now.method = peek().get("method", "bowls")
        entry = due(now.name, now.method)
        opening = {"commitment": entry["commitment"], "public": TEXT} if "commitment" in entry \
            else {}
        event = take("seeded", draw=str, seed=str, **opening,
                     **({"method": ("uniform", "tickets")} if now.method != "bowls" else {}))
        check(now.method in {"year": ("bowls", "uniform"), "tickets year": ("tickets",)}.get(
            kind, ("bowls",)), "no such method for this draw")
        check(kind != "year" or not now.tickets, "a ticket must be drawn")
        now.seed, public = event["seed"], event.get("public")
        if opening:
            secret, _, rest = now.seed.partition("/")
            check(rest == public and sha256(secret.encode()).hexdigest() == entry["commitment"],
                  "the commitment is another")
            check(len(secret) >= 16, "the secret is too short")
            fit(secret, TEXT, "the secret")
        else:
            fit(now.seed, TEXT, "seed")
        for text in {now.seed, public} - {None}:
            check(text not in texts, "the seed or public text was used before")
            texts.add(text)
        begin(now.name, {**entry, "method": now.method}, now.seed)
        now.draw, now.counter, now.key = now.name, 0, sha256(now.seed.encode()).digest()

    def command():
        """One command: its seed, what it does, and what is due when all is drawn."""
        now.draw, now.drew, now.excluded, now.name = None, False, (), now.ahead["event"]
        if now.name in ("announced", "withdrawn"):
            return announce() if now.name == "announced" else withdraw()
        if now.name == "seeded":
            seed()
        if now.draw == "selection":
            check(now.rules["selection"]["method"] != "given", "the years are given")
            count["selection"] += 1
            selection()
            years_cost()
        elif now.draw and now.draw.startswith("year "):
            count["year"] += 1
            if now.method == "uniform":
                uniform()
            left = [state for state in planned(count["year"]) if state not in seats]
            while left:
                state = lot("turn", left, year=count["year"])
                left.remove(state)
                draw_review(state)
        elif now.name == "ticket" or now.draw and now.draw.startswith("tickets "):
            (ticket if now.name == "ticket" else tickets)()
        else:
            name, state = peek()["event"], now.ahead.get("state")
            check(name in steps, f"the event {name!r} has no place here")
            known = type(state) is str and state in year_of
            check(known or name == "amended", "the State is not under review")
            kind, step = steps[name]
            kind += "" if name == "amended" else f" {state}"
            count[kind] += 1
            draw = f"{kind} {count[kind]}"
            check(now.draw in (None, draw), f"{now.draw} is another draw")
            if not now.draw:
                begin(draw, due(draw))
            step(state, sorted(seats.get(state, ()) if known else ()))
            check(now.drew == bool(now.draw), "a seed and no lot, or no seed")
        if now.tickets and basis() != now.basis:
            now.tickets = None  # the list lapses
        if count["year"] == now.years:
            complete()

    steps = {"redraw": ("redraw", redraw), "deferred": ("deferral", defer),
             "stood down": ("stand-down", stand_down), "amended": ("amendment", amend)}
    check(peek(due=False), "the ledger is empty")
    now.conflicts, now.exclusions = set(), set()
    fit(now.ahead["event"], "opened", "the first event")
    fit(now.ahead.get("format"), 2, "format")
    enact(now.ahead.get("rulebook"))
    check(type(now.ahead.get("membership")) is list, "membership must be an array")
    opened = take("opened", format=2, software=str, rulebook=RULEBOOK, membership=list,
                  conflicts=PAIRS, exclusions=EXCLUSIONS, after=str, carried=[STATE],
                  imported=[{"year": range(1, 51), "under_review": STATE, "seat": str,
                             "reviewer": STATE, "source": str}], best=dict)
    adopt(opened["best"], opened["membership"])
    bar(opened["conflicts"], opened["exclusions"])
    in_order(opened["carried"], "carried")
    now.carried = {*opened["carried"]}
    check(now.carried <= {*now.reviewed}, "carried: a State that is not reviewed")
    for state in now.carried:
        year_of[state] = 1
    if now.rules["selection"]["method"] == "given":
        count["selection"] = 1
        year_of.update({state: record[state]["year"] for state in now.reviewed})
    while peek(due=False):
        command()


def verify(data, head=None, chains=False, tell=lambda line, lines: None):
    """Where a ledger ends; ValueError with the line of the first thing that is wrong."""
    now = SimpleNamespace(line=0, hash="0" * 64, ahead=None, lots=0, amended=False, moved=False,
                          name="opened", unfinished=True, tickets=None, chains=chains, tell=tell,
                          carried_over=set(), report=[])
    try:
        with contextlib.suppress(EOFError):
            replay(data, now)
            now.unfinished = False
        check(head in (None, now.hash), f"the last line has the hash {now.hash}, not {head}")
    except (ValueError, RecursionError) as error:
        raise ValueError(f"line {max(now.line, 1)}: {error}") from None
    return now


def report(now, head):
    """What was drawn from what, and what was not checked, in lines."""
    yield (f"{now.line} lines, {now.lots} lots; the last line has the hash {now.hash}")
    for drawn in now.report:
        place = f"announced on line {drawn['announced']}" if drawn["announced"] else "not announced"
        seed = "no seed" if drawn["seed"] is None else f"seed \"{drawn['seed']}\""
        yield f"line {drawn['line']}: {drawn['draw']}: {seed}, {place}"
    if now.unfinished:
        yield f"UNFINISHED: the ledger ends within {now.name!r}"
    yield "Not checked: that nobody is missing in the bowls of reviewers, and that best is best."
    if now.uniform and not now.chains:
        yield "Not checked: the outcomes of uniform draws and lists of tickets (--chains does)."
    if not head:
        yield "Not checked: that nothing was cut off at the end (--head HASH does)."


def progress():
    """A line on the terminal that changes, at most once a second."""
    told = [time.monotonic()]

    def tell(line, lines):
        if sys.stderr.isatty() and time.monotonic() - told[0] >= 1:
            told[0] = time.monotonic()
            print(f"\rline {line} of {lines - 1} ", end="", file=sys.stderr, flush=True)
    return tell


def main(*words):
    words, chains = [word for word in words if word != "--chains"], "--chains" in words
    if words in (["--help"], ["-h"]):
        print(__doc__)
        return 0
    try:
        if len(words) not in (1, 3) or words[0][:1] == "-" or words[1:2] not in ([], ["--head"]):
            raise OSError("usage: python3 verify.py DIR|LEDGER [--head HASH] [--chains]")
        path, head = words[0], (words[2:] or [None])[0]
        path = os.path.join(path, "ledger.jsonl") if os.path.isdir(path) else path
        with open(path, "rb") as file:
            now = verify(file.read(), head, chains, progress())
    except (OSError, ImportError) as error:
        print(error, file=sys.stderr)
        return 64
    except ValueError as error:
        print(f"WRONG: {error}")
        return 1
    print("RIGHT, as far as it goes:" if now.unfinished else "RIGHT")
    print(*report(now, head), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
