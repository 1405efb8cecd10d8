#!/usr/bin/env python3
"""The independent verifier of PeerLots: python3 verify.py DIR|LEDGER [--proofs FILE]

Standard library only, written from the contract (version 2), sharing no code with the program. It
says RIGHT or WRONG first, then what was drawn from which seed, then what it did not check. Exit 0:
right; 1: wrong, with the line of the first thing that is, or not all proven; 64: wrong usage.
Checked: every line (strict JSON in UTF-8, exactly the fields of its event, `sequence`, `previous`);
announcements, that nothing else stands between them and their draws; seeds, public texts and
secrets, none used twice, and commitments; counter, index and `drawn` of every lot; that events,
lots and waiver lines stand where they are due, and only there; all bowls but those of reviewers
exactly; at the end of a cycle the rules on the outcome (those on data, if nothing was amended) and
that the waiver lines in force add up to `best`. A ledger that ends within a command is right so
far; the answer says which.
With --proofs alone (a file of `peerlots prove`, checked by proofs.py beside this file): that a bowl
of reviewers holds all with whom the cycle still reaches `best`, and nobody else; that `exclusion`
had to be dropped, or not; that `best` is best. Without proofs that takes a solver (`peerlots
verify` has one), and who is in such a bowl is checked to be fit: no conflict, party to the
Protocols, of the group or not as the seat has it, below the maximum load, no second or mutual
review, neither stood down nor excluded. Outcomes drawn by the method uniform, and lists of tickets,
are checked by uniform.py beside this file: that they are fit; with --chains they are drawn again.
Where the contract is silent: a command writes `seeded` (if it draws a seat or lot; a year always),
what is done, then lots and waivers; `released` is in canonical order. `redraw` voids the State's
waivers but those of loads; with `only`, that seat is drawn again as what it was (a regional one
voids legal_system). `deferred` voids the same; no `replacement` lot: none was wanted; who enters a
drawn year is drawn at once, the replacement first, unless its review is drawn. `stood down` empties
all seats, then draws them. `amended`: who is gone or not reviewed leaves the years not begun, then
`joining` lots; what is drawn stays, waivers too. After each of these the waivers of loads are void,
and written anew if the cycle is complete.
"""
import argparse, contextlib, importlib, json, os, pathlib, re, sys  # noqa: E401
from collections import Counter, defaultdict
from functools import partial
from hashlib import sha256
from types import SimpleNamespace

# Forms, see `fit`. A field with a question mark may be absent. [form]: an array in canonical order
# without repetition; [form, ...]: in any order.
HEX, STATE = re.compile("[0-9a-f]{64}"), re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")
CODE = re.compile("[A-Za-z0-9][A-Za-z0-9_.-]*")
SEAT = re.compile("(?!supplementary$)[a-z][a-z0-9_]{0,39}")
NAME = re.compile("[^\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*")
TEXT = re.compile("(?=.{1,1000}$)[!-~]+( [!-~]+)*", re.S)  # of a seed (contract, section 6)
DRAW = re.compile(f"selection|((tickets )?year|amendment|(redraw|deferral|stand-down) "
                  f"{STATE.pattern}) [1-9][0-9]{{0,8}}")
BREAK = re.compile(rb"(?<!\\)(\\\\)*\\([nr]|u000[ad])", re.I)  # a line break in JSON
COUNT, NUMBER = re.compile("[1-9][0-9]{0,399}"), re.compile("0|[1-9][0-9]{0,399}")  # of outcomes
WAIVERS = ("seat", "supplement", "same_region", "minimum_load", "legal_system", "target_load")
LOADS, METHODS = ("minimum_load", "target_load"), ("bowls", "uniform", "tickets")
RULEBOOK = {
    "name": str, "source": str, "cycle": {"years": range(1, 51), "selected": range(1, 51)},
    "joining": ("by_lot", "last_year"),
    "reviewers": {"seats": [{"name": SEAT, "count": range(9), "group": ("same", "other", "any"),
                             "legal_system": ("preferred", "ignored")}, ...],
                  "distinct_groups": bool, "protocols": ("all", "any", "supplement"),
                  "mutual_reviews": ("forbidden", "allowed")},
    "loads": dict.fromkeys(("minimum", "target", "maximum", "per_year"), range(1001)),
    "selection": {"method": ("lots", "alphabetical", "given"), "proportional": bool},
    "redraws": {"limit": range(1001), "scope": ("review", "reviewer"), "exclude_previous": bool},
    "waivers": [WAIVERS, ...]}
MEMBER = {"state": STATE, "name": NAME, "region": NAME, "protocols": [CODE],
          "legal_systems": [CODE], "languages": [CODE], "reviewed": bool, "reviewer": bool,
          "year?": range(1, 51), "seats?": range(1, 9), "minimum?": range(1001),
          "maximum?": range(1001)}
DATA = {"membership": [MEMBER], "rulebook": RULEBOOK,
        "conflicts": [{"under_review": STATE, "reviewer": STATE}],
        "exclusions": [{"reviewer": STATE, "other": STATE}]}


def reason(text):
    """Whether a text says something: a letter is in it that is seen, unlike Hangul's fillers."""
    return any(sign.isalpha() and sign not in "\u115f\u1160\u3164\uffa0" for sign in text)


TOLD = {"from": int, "without": [str], "with": [str]}  # a bowl, from that of a line before
OUTCOME = [{"under_review": STATE, "reviewers": [STATE]}]
BEST = {f"{rule}?": range(10**12) for rule in WAIVERS}
LOT_FOR = {"region": NAME, "year": range(1, 51), "under_review": STATE, "state": STATE,
           "for": STATE}
EXTRA = "supplementary"
EVENTS = {
    "opened": {**DATA, "format": 2, "software": reason,
               "after": re.compile(f"|{HEX.pattern}"), "carried": [STATE],
               "imported": [{"year": range(1, 51), "under_review": STATE, "seat": str,
                             "reviewer": STATE, "source": str}], "best": BEST},
    "announced": {"draw": DRAW, "method": METHODS, "source": reason, "commitment?": HEX,
                  "experts?": HEX},
    "withdrawn": {"draw": DRAW, "reason": reason},
    "seeded": {"draw": DRAW, "seed": TEXT, "method?": METHODS[1:], "commitment?": HEX,
               "public?": TEXT},
    "lot": {"draw": DRAW, "purpose": str, "bowl": [str], "counter": int, "index": int,
            "drawn": str, **{f"{name}?": form for name, form in LOT_FOR.items()}},
    "waiver": {"rule": WAIVERS, "state": STATE, "reason": reason},
    "redraw": {"state": STATE, "request": int, "only?": STATE, "released": [STATE],
               "exclusion": bool, "reason?": reason, "exceptional?": reason, "best": BEST},
    "deferred": {"state": STATE, "from": int, "to": int, "reason": reason, "released": [STATE],
                 "best": BEST},
    "stood down": {"state": STATE, "year": int, "released": [STATE], "best": BEST},
    "amended": {**{f"{name}?": form for name, form in DATA.items()}, "left": [STATE],
                "joined": [STATE], "renamed": [{"from": STATE, "to": STATE}], "best": BEST},
    "uniform": {"draw": DRAW, "year": int, "blocks": int, "outcome": OUTCOME, "outcomes?": COUNT,
                "number?": NUMBER, "lawful_sweeps?": int, "sweeps?": int},
    "tickets": {"draw": DRAW, "count": range(2, 10_001), "sha256": HEX, "outcomes?": COUNT},
    "ticket": {"draw": DRAW, "ticket": int, "outcome": OUTCOME}}


def check(right, message):
    if not right:
        raise ValueError(message)


def fit(value, form, where):
    """Refuse a value unlike its form: fields, [form of each], type, choices, pattern, or itself."""
    if isinstance(form, dict):
        forms = {name.rstrip("?"): form[name] for name in form}
        odd = {*forms}.symmetric_difference(value if type(value) is dict else ())
        odd -= {name[:-1] for name in form if name[-1] == "?"}
        check(type(value) is dict and not odd, f"{where}: unknown or missing {sorted(odd)}")
        for name in value:
            fit(value[name], forms[name], f"{where}: {name}")
    elif isinstance(form, list):
        check(type(value) is list, f"{where} must be an array")
        for entry in value:
            fit(entry, form[0], where)
        keys = [entry if type(entry) is str else [entry[name] for name in form[0] if name in entry]
                for entry in value if not form[1:]]
        check(all(one < two for one, two in zip(keys, keys[1:])),
              f"{where}: not in canonical order, or twice")
    else:
        kind = type(form[0] if isinstance(form, (tuple, range)) else form)
        check(type(value) is form if kind is type else
              type(value) is str and form.fullmatch(value) if kind is re.Pattern else
              type(value) is str and form(value) if callable(form) else
              type(value) is kind and (value == form or kind is not type(form) and value in form),
              f"{where} is {value!r}; it should be {getattr(form, '__name__', form)!r}")


def no_double(pairs):
    check(len(dict(pairs)) == len(pairs), "a key stands twice in an object")
    return dict(pairs)


def whole(digits):
    check(digits != "-0", "-0 is no number of ours")
    return int(digits)


def read_json(line):
    value = json.loads(line.decode(), object_pairs_hook=no_double, parse_int=whole)
    json.dumps(value, ensure_ascii=False).encode()  # refuses halves of characters
    return value


def read_line(line, sequence, previous):
    """The event on a line, if it is JSON, its place in the chain is right, and its form."""
    event = read_json(line)
    check(not BREAK.search(line), "a text holds a line break")
    check(type(event) is dict and type(event.get("event")) is str, "no object with an event")
    fit(event.get("previous"), previous, "previous (the hash of the line before)")
    fit(event.get("sequence"), sequence, "sequence")
    name = event["event"] if sequence else "opened"
    check(name in EVENTS, f"the event {name!r} is unknown")
    told = {"bowl": TOLD} if name == "lot" and type(event.get("bowl")) is dict else {}
    fit(event, {"sequence": int, "event": name, "previous": str, **EVENTS[name], **told}, name)
    return event


def draw_index(key, counter, size):
    """The index of a lot in a bowl of this size, and the next counter (contract, §6; Uniform)."""
    check(size > 0, "there is nothing to draw from")
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


def beside(name):
    """A file beside this one: uniform.py or proofs.py."""
    sys.path.append(os.path.dirname(os.path.abspath(__file__)))
    return importlib.import_module(name)


def kind_of(draw):
    """The kind of a draw (`redraw KEN`), its number (`year 3`: 3), and its State, if any."""
    kind, _, number = draw.rpartition(" ")
    state = kind.partition(" ")[2] if kind != "tickets year" else ""
    return (kind, int(number), state) if kind else (draw, 1, "")


def replay(data, now):
    """Replay a ledger; `now` tells where it stands. EOFError: it ends within a command."""
    now.uniform = re.search(b'"(uniform|tickets?)"', data)
    uniform = beside("uniform") if now.uniform else None
    record, year_of, seats = {}, {}, {}  # of each State: its data, its year, {reviewer: seat}
    count, requests, waived = Counter(), Counter(), defaultdict(Counter)  # waived: rule, State
    texts, secrets, ahead = set(), set(), []  # seeds and public texts; announcements in force
    stood_down, released = set(), defaultdict(set)  # released by redraws, of a State
    layout = {}  # of each State whose seats were drawn: their kinds
    unlikes = defaultdict(set)  # of each State: reviewers that cost a line of legal_system
    # Of each State: who supplements which reviewer (None: nobody), and for whom a seat is to draw.
    supplements, owed = defaultdict(dict), defaultdict(list)
    told = {}  # of lots that are alike, in a large cycle: sequence and bowl of the last
    lines = data.split(b"\n")  # the last one is empty, or torn

    # The events, one after another.

    def peek(due=True):
        """The next event; at the end None, or EOFError where one is due."""
        if not now.ahead and now.line < len(lines) - (lines[-1] == b""):
            now.line += 1
            check(now.line < len(lines), "the last line is torn: it lacks its newline")
            now.ahead = read_line(lines[now.line - 1], now.line - 1, now.hash)
            if now.ahead["event"] == "lot":
                tell(now.ahead)
            now.hash = sha256(lines[now.line - 1]).hexdigest()
            if now.line % 50 == 0 and sys.stderr.isatty():
                print(f"\rline {now.line} of {len(lines) - 1} ", end="", file=sys.stderr)
        if due and not now.ahead:
            raise EOFError
        return now.ahead

    def take(name, /, **due):
        """Take the next event, which must be this one, with these fields (None: without)."""
        event, now.ahead = peek(), None
        for field, value in {"event": name, **due}.items():
            check(event.get(field) == value,
                  f"{name}: {field} is {event.get(field)!r}; it should be {value!r}")
        return event

    def tell(lot):
        """The whole bowl of a lot, which has one form; in a large cycle, it is told from that of
        the last lot before that is alike, if this names fewer States."""
        row = record.get(lot.get("under_review"), {})
        kind = now.kind.get(lot["purpose"].removesuffix(" reviewer"), {"group": "any"})
        alike = (lot["purpose"], lot.get("region"), *row.get("protocols", ()), None,
                 kind["group"] != "any" and row.get("region"),
                 *(row.get("legal_systems", ()) if kind.get("legal_system") == "preferred" else ()))
        (sequence, before), bowl = told.get(alike, (None, set())), lot["bowl"]
        if type(bowl) is dict:
            check(bowl["from"] == sequence, "the bowl should be told from another line")
            lot["bowl"] = sorted(before.difference(bowl["without"]).union(bowl["with"]))
            check(before.issuperset(bowl["without"]) and before.isdisjoint(bowl["with"]),
                  "the bowl is told wrongly")
        whole = {*lot["bowl"]}
        check((type(bowl) is dict) == (sequence is not None and len(before ^ whole) < len(whole)),
              "the bowl is told in another form than it should be")
        if now.large and lot["purpose"] not in ("extra place", "joining"):
            told[alike] = lot["sequence"], whole

    def lot(purpose, bowl, unfit=lambda state: None, **its):
        """Take a lot: its bowl is this one (None: any in which nobody is unfit)."""
        check(now.draw, "a lot without a seed")
        event = take("lot", purpose=purpose, draw=now.draw, counter=now.counter,
                     **{**dict.fromkeys(LOT_FOR), **its}, **({"bowl": bowl} if bowl else {}))
        states = event["bowl"]
        check(states, "the bowl is empty")
        for state, reason in zip(states, map(unfit, states)):
            check(not reason, f"{state} may not be in the bowl: with it the State {reason}")
        index, now.counter = draw_index(now.key, now.counter, len(states))
        check(event["index"] == index, f"index is {event['index']}; it should be {index}")
        check(event["drawn"] == states[index], f"drawn should be {states[index]}")
        now.lots, now.drew, now.last_lot = now.lots + 1, True, event
        return states[index]

    def waive(rule, state, why, reviewer=None):
        """Take the waiver line that is due; reviewer: who costs it."""
        check(rule in now.best, f"{state} breaks {rule}, which is never waived")
        take("waiver", rule=rule, state=state, reason=why)
        waived[rule][state] += 1
        unlikes[state] |= {reviewer} - {None}
        check(sum(waived[rule].values()) <= now.best[rule], f"{rule} is waived beyond best")

    # What people decided: rulebook, membership, conflicts.

    def adopt(event):
        """Take over what an event says of rules, membership, conflicts and the best vector."""
        now.rules = event.get("rulebook", now.rules)
        now.years, loads = now.rules["cycle"]["years"], now.rules["loads"]
        now.given = now.rules["selection"]["method"] == "given"
        now.kind = {kind["name"]: kind for kind in now.rules["reviewers"]["seats"]}
        kinds = [*now.kind.values()]
        check(loads["minimum"] <= loads["maximum"], "the minimum load is above the maximum")
        check(loads["target"] in {0, *range(loads["minimum"], loads["maximum"] + 1)}, "target")
        check(now.rules["cycle"]["selected"] <= now.years, "more years selected than there are")
        check(1 <= len(now.rules["reviewers"]["seats"]) == len(kinds) <= 4,
              "one to four kinds of seats, each once")
        others = [kind["name"] for kind in kinds if kind["group"] != "same"]
        check(others, "all seats are of the same group")
        now.last = others[-1]
        check(1 <= sum(kind["count"] for kind in kinds) <= 8, "one to eight seats")
        check(sum(kind["group"] == "same" for kind in kinds) <= 1, "two kinds of the group")
        check(len({*now.rules["waivers"]}) == len(now.rules["waivers"]), "a waiver stands twice")
        now.best, rows = event["best"], event.get("membership", [*now.members.values()])
        check({*now.best} == {*now.rules["waivers"]}, "best does not count the rulebook's waivers")
        now.members = {row["state"]: row for row in rows}
        now.reviewed = [row["state"] for row in rows if row["reviewed"]]
        check(len(now.members) == len(rows), "membership: not in canonical order, or twice")
        check(now.reviewed, "nobody is reviewed")
        record.update(now.members)
        now.codes |= {*now.members}
        for name in {"conflicts", "exclusions"} & {*event}:
            pairs = {tuple(pair[end] for end in DATA[name][0]) for pair in event[name]}
            check({*sum(pairs, ())} <= {*record}, f"{name}: unknown State")
            setattr(now, name, pairs)

    def group(state):
        return record[state]["region"] if now.rules["selection"]["proportional"] else ""

    def planned(year):
        return sorted(state for state in year_of if year_of[state] == year)

    def reviews_done(year=None):
        return Counter(other for state, held in seats.items() for other in held
                       if year in (None, year_of[state]))

    def regional(kind):
        return kind != EXTRA and now.kind[kind]["group"] == "same"

    def seat_names(state):
        """The kinds of a State's seats, in the order in which they are drawn: those that it had
        when they were drawn first, else those of its year's beginning, else the rulebook's."""
        if state in layout:
            return layout[state]
        names = [name if not regional(name) or record[state]["region"] else now.last
                 for name, kind in now.begun.get(year_of.get(state), now.kind).items()
                 for _ in range(kind["count"])]
        names.sort(key=[*now.kind].index)
        own = record[state].get("seats")
        if year_of.get(state) in now.begun:  # the State's own number is of that time, too
            own = now.own.get(state, own)
        same = [name for name in names if regional(name)][:own]
        others = [name for name in names if not regional(name)] + [now.last] * 8
        others[(own or len(names)) - len(same):] = []
        return sorted(same + others, key=[*now.kind].index)

    def year_binds(state):
        """Whether a State may do more reviews in the cycle than in one year."""
        row, loads = now.members[state], now.rules["loads"]
        return row["reviewer"] and loads["per_year"] < min(
            row.get("maximum", loads["maximum"]), loads["per_year"] * now.years)

    def dissimilar(state, kind, reviewer):
        """Whether a reviewer (None: nobody) in such a seat costs the waiver `legal_system`."""
        mine, its = (record[one]["legal_systems"] if one else [] for one in (state, reviewer))
        return now.kind[kind]["legal_system"] == "preferred" and mine and {*mine}.isdisjoint(its)

    def lacking(state, other):
        """The Protocols of a State to which a reviewer is not party, where that is supplemented."""
        its = {*record[other]["protocols"]}
        return [code for code in record[state]["protocols"] if code not in its
                and now.rules["reviewers"]["protocols"] == "supplement"]

    def short(state, other, seat, need):
        """Whether a supplementary reviewer is not party to what it should be, or, of those who sit
        there, any other lacks Protocols and has none."""
        if seat != EXTRA:
            return need is None and lacking(state, other) and other not in supplements[state]
        if need is None:
            need = lacking(state, next(one for one in supplements[state]
                                       if supplements[state][one] == other))
        return not {*need} <= {*record[other]["protocols"]}

    def unfit(state, other, seat, load=None, of_year=None, need=()):
        """What a State breaks with a reviewer; None: nothing. Without loads: who sits there now."""
        if other not in record:
            return "there is no such State"
        mine, its = record[state], now.members.get(other) or {**record[other], "reviewer": False}
        same, new = mine["region"] == its["region"] != "", load is not None
        review, loads = now.rules["reviewers"], now.rules["loads"]
        asked = now.kind[seat]["group"] if seat != EXTRA else "any"
        beside = {*seats.get(state, ())} - {other}
        reasons = {
            "is reviewed by other States, by each at most once (para. 18)": other == state
            or new and other in seats.get(state, ()),
            "is reviewed by States party to every Protocol to which it is itself a party "
            "(para. 18 bis)": review["protocols"] == "all"
            and not {*mine["protocols"]} <= {*its["protocols"]},
            "has for each reviewer that lacks Protocols a supplementary one that is party to them "
            "(rulebook, supplement)": short(state, other, seat, need if new else None),
            "has a reviewer of its own regional group (para. 19)": asked == "same" and not same,
            "has in its open seats reviewers of other regional groups (rulebook, open_seats)":
            asked == "other" and same,
            "has no two reviewers of one regional group (rulebook, distinct_groups)":
            review["distinct_groups"] and its["region"] != "" and any(
                record[one]["region"] == its["region"] and EXTRA not in (seat, seats[state][one])
                for one in beside),
            "reviews no State that reviews it in the same cycle (para. 19)":
            review["mutual_reviews"] == "forbidden" and state in seats.get(other, ()),
            "is reviewed by States that review, which signatories do not (para. 57)":
            not its["reviewer"],
            "is not reviewed by a State that the conflicts table excludes (conflicts table)":
            (state, other) in now.conflicts,
            "has no two reviewers that the conflicts table keeps apart (conflicts table)":
            any({(other, one), (one, other)} & now.exclusions for one in beside),
            "has a reviewer that does all the reviews it may (para. 20)": new
            and load[other] >= its.get("maximum", loads["maximum"]),
            "has a reviewer that does all the reviews of a year": new
            and of_year[other] >= loads["per_year"],
            "has a reviewer that a redraw released (para. 19)": new
            and (state, other) in now.excluded,
            "has a reviewer that stood down (para. 20)": new
            and (other, year_of.get(state)) in stood_down}
        return next((reason for reason, speaks in reasons.items() if speaks), None)

    # The draws: the selection, a year's reviews, outcomes and tickets.

    def selection():
        """Extra places group by group, then States year by year and group by group (para. 14)."""
        check(not now.given, "the years are given")
        years, by_name = now.rules["cycle"]["selected"], now.rules["selection"]["method"] != "lots"
        chosen = [state for state in now.reviewed
                  if state not in year_of and state not in now.carried_over]
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
        for name, states in groups.items() if by_name else ():
            first = lot("first", states, region=name)
            states.sort(key=lambda state: (record[state]["name"].encode(), state))
            states[:] = states[states.index(first):] + states[:states.index(first)]
        for year, name in ((year, name) for year in range(years) for name in groups):
            for _ in range(places[name][year]):
                state = groups[name][0] if by_name else \
                    lot("year", groups[name], region=name, year=year + 1)
                groups[name].remove(state)
                year_of[state] = year + 1
        event = peek(due=False) or {"event": None}  # where per_year binds, a new best may be due
        if event["event"] == "amended" and not {*event} & {*DATA} and not any(
                event[name] for name in ("left", "joined", "renamed")):
            count["amendment"] += 1
            prove_best(act("amended"))
        elif event["event"] != "amended" and now.drew and any(map(year_binds, now.members)):
            prove_best(now.last_lot)

    def year():
        count["year"] += 1
        now.begun[count["year"]] = now.kind
        now.own.update((state, record[state].get("seats")) for state in planned(count["year"]))
        if now.method == "uniform":
            uniform.uniform(now)
        left = [state for state in planned(count["year"])
                if state not in seats or state in now.partly]
        while left:
            state = lot("turn", left, year=count["year"])
            left.remove(state)
            draw_review(state)

    def draw_review(state):
        names = now.partly.pop(state, None)
        if names is None:
            now.own.setdefault(state, record[state].get("seats"))
            seats[state], names = {}, layout.setdefault(state, seat_names(state))
        draw_seats(state, names)

    def draw_seats(state, names):
        for name in names:
            draw_seat(state, name)
        supplement(state)

    def supplement(state):
        """The lots of supplementary reviewers, or the waiver lines where a bowl is empty."""
        # One that was drawn elsewhere may lack nothing any more.
        for other in filter(partial(lacking, state), owed.pop(state, ())):
            now.drew, need = True, lacking(state, other)
            speaks = partial(unfit, state, seat=EXTRA, load=reviews_done(),
                             of_year=reviews_done(year_of[state]), need=need)
            event = peek()
            if now.proofs:
                now.proofs.unproven[now.line] = "supplementary seats have no proofs"
            if event["event"] == "waiver":
                waive("supplement", state, f"no State party to {', '.join(need)} can supplement "
                      f"{other} without costing a waiver as serious elsewhere")
                supplements[state][other] = None
                continue
            reviewer = lot(f"{EXTRA} reviewer", None, speaks, year=year_of[state],
                           under_review=state, **{"for": other})
            seats[state][reviewer], supplements[state][other] = EXTRA, reviewer

    def unlike(reviewer):
        return f"{reviewer} shares no legal system with it" if reviewer else \
            "its regional seat was given up"

    def take_over(entries):
        """Reviews drawn elsewhere: who holds which seats, what is left, and what that costs."""
        extra = [EXTRA][:now.rules["reviewers"]["protocols"] == "supplement"]
        now.elsewhere = {entry["year"] for entry in entries}
        for state in sorted({entry["under_review"] for entry in entries}):
            rows = [entry for entry in entries if entry["under_review"] == state]
            held = [(row["reviewer"], row["seat"]) for row in rows]
            check(state in {*now.reviewed} - now.carried and rows[0]["year"] <= now.years
                  and len({row["year"] for row in rows}) == 1 and {*dict(held)} <= {*record}
                  and not (extra and len(held) > 16), f"imported: the review of {state}")
            year_of[state], seats[state] = rows[0]["year"], {}
            now.own[state] = record[state].get("seats")
            layout[state] = seat_names(state)
            # Who supplements whom: of all ways the one that supplements most; of several the first.
            ways, extras = [{}], [one for one, seat in held if seat == EXTRA]
            for other in [one for one, seat in held if seat != EXTRA and lacking(state, one)]:
                ways = [way | new for way in ways for new in [*(
                    {other: one} for one in extras if one not in way.values()
                    and not short(state, one, EXTRA, lacking(state, other))), {}]]
            supplements[state] = max(ways, key=len)
            left, over = [*layout[state]], 0
            for other, seat in sorted(held, key=lambda row: row[1] == EXTRA):
                check(other not in {state, *seats[state]} and seat in [*now.kind, *extra],
                      f"imported: a reviewer of {state}")
                same = record[other]["region"] == record[state]["region"]
                if other not in supplements[state].values() and (
                        seat not in left or regional(seat) and not same):
                    seat, over = now.last, over + (now.last not in left)
                if seat in left:
                    left.remove(seat)
                seats[state][other] = seat
                now.before[other] += 1
            owed[state] = [one for one, its in seats[state].items() if short(state, one, its, None)]
            # Beyond the open seats they take others, those of the group at last.
            spare = sorted(left, key=lambda name: (regional(name), -[*now.kind].index(name)))[:over]
            for seat in spare:
                left.remove(seat)
            if left or owed[state]:
                now.partly[state] = left
            elsewhere = f"it was drawn elsewhere without a reviewer of {record[state]['region']}"
            for rule, due_now, why, other in [
                    *((rule, rule == "same_region" or dissimilar(state, seat, None), why, None)
                      for seat in spare if regional(seat) for rule, why in
                      (("same_region", elsewhere), ("legal_system", unlike(None)))),
                    *(("legal_system", dissimilar(state, seat, other), unlike(other), other)
                      for other, seat in seats[state].items() if regional(seat))]:
                if due_now and rule in now.best:
                    waive(rule, state, why, other)
            now.taken.add(state)

    def draw_seat(state, seat):
        """The lot of a seat, or the waiver lines that its empty bowl costs."""
        now.drew, reviewer = True, None
        speaks = partial(unfit, state, seat=seat, load=reviews_done(),
                         of_year=reviews_done(year_of[state]))
        rule, event = "same_region" if regional(seat) else "seat", peek()
        if now.proofs:
            rivals = [other for other in now.members if not speaks(other)]
            now.proofs.bowl(now, event, state, seat, rivals)
        if event["event"] == "waiver" and event["rule"] == rule:
            of = f" of {record[state]['region']}" * regional(seat)
            waive(rule, state, f"no State{of} can take the seat without costing a waiver as "
                  "serious elsewhere")
        else:
            reviewer = lot(f"{seat} reviewer", None, speaks,
                           year=year_of[state], under_review=state)
            seats[state][reviewer] = seat
            owed[state] += [reviewer] if lacking(state, reviewer) else []
        if dissimilar(state, seat, reviewer):
            waive("legal_system", state, unlike(reviewer), reviewer)
        if regional(seat) and not reviewer:
            draw_seat(state, now.last)

    def prove_best(event, vacated=None, released=()):
        """Have the step of a best vector checked; vacated: kinds of seats to be drawn again."""
        if now.proofs:
            now.proofs.start(now, event, vacated or {}, released)

    # What happens between draws.

    def vacate(state, reviewers, *rules):
        """Empty seats of a State and void its lines of these rules; what seats they were."""
        kinds = []
        for reviewer in reviewers:
            kind = seats[state].pop(reviewer, EXTRA)
            if kind != EXTRA:  # a supplementary reviewer goes with the one it was drawn for
                kinds.append(kind)
                if reviewer in supplements[state]:
                    extra = supplements[state].pop(reviewer)
                    seats[state].pop(extra, None)
                    waived["supplement"][state] -= extra is None
                continue
            for one in [one for one, its in supplements[state].items() if its == reviewer]:
                del supplements[state][one]
                owed[state] += [one] if lacking(state, one) else []
        owed[state] = [one for one in owed[state] if one in seats[state]]
        waived["legal_system"][state] -= len(unlikes[state] & {*reviewers})
        unlikes[state] -= {*reviewers}
        for rule in rules:
            waived[rule].pop(state, None)
        return kinds

    def act(name, /, **due):
        """Take the event that says what is done, with the best vector that it leads to."""
        event = take(name, **due)
        for rule in LOADS:
            waived[rule].clear()
        adopt(event)
        return event

    def must_go(state, other):
        """Why a reviewer must go, as the record shows it, in the words of the program."""
        titles = [f"{record[one]['name']} ({one})" if record[one]["name"] else one
                  for one in (state, other)]
        if other not in now.members:
            return f"{titles[1]} has left"
        if (other, year_of[state]) in stood_down:
            return f"{titles[1]} stands down in year {year_of[state]}"
        broken = unfit(state, other, seats[state][other])
        return broken and f"{titles[1]} no longer fits: {titles[0]} {broken}"

    def redraw(state, held):
        only, limits = now.ahead.get("only"), now.rules["redraws"]
        check(state in seats and state not in now.partly and only in (None, *held),
              "nothing to be drawn again")
        check(only or limits["scope"] == "review", "one reviewer a request")
        shown = only and must_go(state, only)
        requests[state] += not shown
        extra = supplements[state].get(only) if only else None
        event = act("redraw", request=0 if shown else requests[state],
                    released=sorted({only, extra} - {None}) if only else held)
        now.drew = True
        beyond = not shown and requests[state] > limits["limit"]
        check(("exceptional" in event, event.get("reason")) == (beyond, shown or None),
              f"redraw: exceptional stands beyond the limit only; reason should be {shown!r}")
        check(limits["exclude_previous"] or not event["exclusion"], "exclusion is not in the rules")
        released[state] |= {*event["released"]}
        now.excluded = {(state, other) for other in released[state] if event["exclusion"]}
        kinds = vacate(state, [only]) if only else layout[state]
        if not only:
            vacate(state, held, "seat", "supplement", "same_region", "legal_system")
        prove_best(event, {state: kinds}, limits["exclude_previous"] and released[state])
        draw_seats(state, kinds) if only else draw_review(state)

    def defer(state, held):
        year, moves = year_of[state], {}
        to = year + 1 if year < now.years else 0
        event = act("deferred", released=held, **{"from": year, "to": to})
        vacate(state, held, "seat", "supplement", "same_region", "legal_system")
        for table in (seats, now.partly, layout):
            table.pop(state, None)
        if not to or to > count["year"]:
            now.own.pop(state, None)
        now.moved = True
        if not to:
            now.carried_over.add(state)
            del year_of[state]
            return prove_best(event)
        if peek(due=now.draw) and now.ahead.get("purpose") == "replacement":
            bowl = [other for other in planned(to) if group(other) == group(state)]
            moves[lot("replacement", bowl, state=state)] = year
        moves[state] = to
        year_of.update(moves)
        prove_best(event)
        for other in moves:
            if year_of[other] <= count["year"] and (other not in seats or other in now.partly):
                draw_review(other)

    def stand_down(state, _):
        year = year_of[state]
        held = [other for other in planned(year) if state in seats.get(other, ())]
        event = act("stood down", year=year, released=held)
        check((state, year) not in stood_down, "it stood down before")
        stood_down.add((state, year))
        kinds = {other: sorted([*vacate(other, [state]), *now.partly.pop(other, ())],
                               key=[*now.kind].index) for other in held}
        prove_best(event, kinds)
        now.drew = bool(held)
        for other in held:
            draw_seats(other, kinds[other])

    def rename(old, new):
        """Another code for the same State: everything goes on under it."""
        for table in (year_of, seats, layout, now.own, requests, released, record, now.partly,
                      now.before, supplements, owed, unlikes, *waived.values(), *seats.values(),
                      *supplements.values()):
            if old in table:
                table[new] = table.pop(old)
        for table in supplements.values():
            table.update({one: new for one, its in table.items() if its == old})
        owed.update({state: [{old: new}.get(one, one) for one in owed[state]] for state in owed})
        for name in ("redraw", "deferral", "stand-down"):
            count[f"{name} {new}"] += count.pop(f"{name} {old}", 0)
        for names in (*released.values(), *unlikes.values(), now.carried_over, now.carried,
                      now.taken):
            if old in names:
                names ^= {old, new}
        for name in ("conflicts", "exclusions"):
            setattr(now, name, {tuple(new if one == old else one for one in pair)
                                for pair in getattr(now, name)})
        for one, year in [pair for pair in stood_down if pair[0] == old]:
            stood_down.add((new, year))

    def in_force():
        return dict(zip(DATA, (now.members, now.rules, now.conflicts, now.exclusions)))

    def fixed(has_begun):
        """What an amendment may not change of the rulebook in force."""
        review, free = now.rules["reviewers"], {"count", *({"group"} if not has_begun else ())}
        return [now.years - now.rules["cycle"]["selected"], now.rules["selection"],
                {**review, "seats": [[(key, kind[key]) for key in sorted(kind)
                                      if kind["name"] != now.last or key not in free]
                                     for kind in review["seats"]]}]

    def amend(*_):
        event, before = peek(), {*now.members}
        after = {row["state"] for row in event.get("membership", now.members.values())}
        old, new = ([pair[end] for pair in event["renamed"]] for end in ("from", "to"))
        check({*old} <= before - after and {*new} <= after - before
              and len({*old}) == len(old) == len({*new}), "renamed: not one State and its new code")
        for pair in zip(old, new):
            rename(*pair)
        years = {state: row.get("year") for state, row in record.items()}
        begun = max([count["year"], *now.elsewhere])
        data, rules = in_force(), fixed(begun)
        act("amended", left=sorted(before - after - {*old}), joined=sorted(after - before - {*new}))
        check({*DATA} & {*event} == {name for name, its in in_force().items() if its != data[name]}
              != set(), "what stands there changes, or nothing does")
        check(fixed(begun) == rules and now.years >= begun,
              "the rulebook changes what may not change in a cycle")
        now.amended = now.moved = True
        ahead = range(count["year"] + 1, now.years + 1) if count["selection"] else ()
        for state, year in [*year_of.items()]:
            if state not in seats and (year > now.years
                                       or year in ahead and state not in now.reviewed):
                del year_of[state]
        for state in now.reviewed:
            year = record[state].get("year")
            moves = now.given and state not in seats and year != years.get(state)
            if not ahead or state in now.carried_over or state in year_of and not (
                    moves and year_of[state] in ahead):
                continue
            if now.given:
                check(year in ahead, f"{state}: the year of its row has begun, or is none")
            elif now.rules["joining"] == "last_year":
                year = now.years
            else:
                size = {year: (sum(group(other) == group(state) for other in planned(year)),
                               len(planned(year))) for year in ahead}
                bowl = sorted(str(year) for year in ahead if size[year] == min(size.values()))
                year = int(lot("joining", bowl, state=state))
            year_of[state] = year
        prove_best(event)

    def complete():
        """All is drawn: the waivers of loads that are due, then the rules on the outcome."""
        load, loads = reviews_done(), now.rules["loads"]
        for rule in [rule for rule in now.rules["waivers"] if rule in LOADS]:
            for state, row in now.members.items():
                least, most = (row.get(name, loads[name]) for name in ("minimum", "maximum"))
                due = least if rule == "minimum_load" else min(loads["target"], most)
                for _ in range(due - load[state] if row["reviewer"] else 0):
                    waive(rule, state, f"it does {load[state]} of the {due} "
                          f"{'review' if due == 1 else 'reviews'} due")
        check(all(sum(waived[rule].values()) == number for rule, number in now.best.items()),
              "the waiver lines in force do not add up to best")
        check({*seats} == {*year_of} and (now.amended or {*seats} | now.carried_over
                                          == {*now.reviewed}),
              "not every State is reviewed exactly once (paras. 12, 13)")
        for state, held in seats.items() if not now.amended else ():
            most = record[state].get("maximum", loads["maximum"])
            check(load[state] <= max(most, now.before[state]),
                  f"{state}: a load above the maximum (20)")
            if state in now.taken:  # what was drawn elsewhere may break rules
                continue
            kinds = [kind for kind in held.values() if kind != EXTRA]
            check(len(kinds) + waived["seat"][state] == len(seat_names(state)),
                  f"{state}: para. 18")
            check([*supplements[state].values()].count(None) == waived["supplement"][state],
                  f"{state}: a supplementary seat is empty without its waiver")
            check(not any(unfit(state, *pair) for pair in held.items()),
                  f"{state}: a reviewer is not fit (paras. 18 bis, 19)")
        chosen = range(1, now.rules["cycle"]["selected"] + 1)
        # None: all groups
        for name in () if now.moved or now.given else {None, *map(group, year_of)}:
            sizes = [sum(name in (None, group(state)) and state not in now.carried | now.taken
                         for state in planned(year)) for year in chosen]
            check(max(sizes) - min(sizes) <= 1, f"{name or 'all'}: out of proportion (para. 14)")

    # Announcements, seeds, and one command after another.

    def can_come(kind, number, state, coming):
        """Whether a draw can come once those that are announced have come."""
        if kind == "selection":
            return not count[kind]
        if kind in ("year", "tickets year"):
            done, is_list = count["year"], kind == "tickets year"
            return (done < number <= now.years and (count["selection"] or "selection" in coming)
                    and all(f"year {year}" in coming for year in range(done + 1, number))
                    and not (is_list and (f"year {number}" in coming
                                          or now.tickets and number == done + 1)))
        if number != count[kind] + sum(kind == kind_of(draw)[0] for draw in coming) + 1:
            return False
        if not state:
            return True
        is_planned = state in year_of or not count["selection"] and state in now.reviewed
        year = year_of.get(state)
        if not is_planned or coming or not year:  # what was announced may change the rest
            return is_planned and bool(coming) and bool(
                year or "selection" in coming or not kind.startswith("redraw"))
        if kind.startswith("redraw"):
            return state in seats
        if kind.startswith("stand-down"):
            return any(state in seats.get(other, ()) for other in planned(year))
        return year < now.years and (year < count["year"] or any(
            group(other) == group(state) for other in planned(year + 1)))

    def announce():
        """Take an announcement: which draw comes, how, and where its public text comes from."""
        event = take("announced")
        draw, (kind, number, state) = event["draw"], kind_of(event["draw"])
        coming = [entry["draw"] for entry in ahead]
        check(draw not in coming, "announced before")
        check(can_come(kind, number, state, coming), f"{draw} cannot come, or not yet")
        listed = kind == "year" and (f"tickets year {number}" in coming
                                     or now.tickets and number == count["year"] + 1)
        ways = METHODS[2:] if listed or kind == "tickets year" else METHODS[:1 + (kind == "year")]
        check(event["method"] in ways, "no such method for this draw")
        check(not listed or "commitment" not in event, "a ticket has no seed, so no secret")
        check(event.get("commitment") not in secrets, "the secret was committed to before")
        secrets.update({event.get("commitment")} - {None})
        ahead.append({**event, "line": event["sequence"] + 1})

    def withdraw():
        event = take("withdrawn")
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
        event = take("seeded")
        now.name = now.draw = event["draw"]
        now.method, now.seed = event.get("method", METHODS[0]), event["seed"]
        kind, number, _ = kind_of(now.draw)
        check(kind != "year" or number <= now.years, "the cycle has no such year")
        check(number == count[kind] + 1 or kind == "tickets year", "it is not the next draw")
        check("year" not in kind or count["selection"], "the selection comes first")
        entry = due(now.draw, now.method)
        check(now.method in methods.get(kind, METHODS[:1]), "no such method for this draw")
        check(kind != "year" or now.method != "tickets" and not now.tickets, "a ticket is drawn")
        secret, _, rest = now.seed.partition("/")
        check(event.get("commitment") == entry.get("commitment"), "the commitment is another")
        check(event.get("public") == (rest if "commitment" in entry else None), "public is another")
        if "commitment" in entry:
            check(sha256(secret.encode()).hexdigest() == entry["commitment"], "commitment: no fit")
            check(len(secret) >= 16, "the secret is too short")
            fit(secret, TEXT, "the secret")
        for text in {now.seed, event.get("public")} - {None}:
            check(text not in texts, "the seed or public text was used before")
            texts.add(text)
        begin(now.draw, {**entry, "method": now.method}, now.seed)
        now.counter, now.key = 0, sha256(now.seed.encode()).digest()

    def command():
        """One command: its seed, what it does, and what is due when all is drawn."""
        now.draw, now.drew, now.excluded, now.name = None, False, (), now.ahead["event"]
        if now.name == "seeded":
            seed()
        name = kind_of(now.draw)[0] if now.draw else now.name
        if name in steps:
            count[name] += name == "selection"
            return steps[name]()
        event, state = peek(), now.ahead.get("state")
        check(event["event"] in changes, f"the event {event['event']!r} has no place here")
        check(state in year_of or event["event"] == "amended", "the State is not under review")
        kind, step = changes[event["event"]]
        kind += f" {state}" if state else ""
        count[kind] += 1
        check(now.draw in (None, f"{kind} {count[kind]}"), f"{now.draw} is another draw")
        if not now.draw:
            begin(f"{kind} {count[kind]}", due(f"{kind} {count[kind]}"))
        step(state, sorted(seats.get(state, ())))
        check(now.drew == bool(now.draw), "a seed and no lot, or no seed")

    methods = {"year": METHODS, "tickets year": METHODS[2:]}
    steps = {"announced": announce, "withdrawn": withdraw, "selection": selection, "year": year,
             "tickets year": lambda: uniform.tickets(now), "ticket": lambda: uniform.ticket(now)}
    changes = {"redraw": ("redraw", redraw), "deferred": ("deferral", defer),
               "stood down": ("stand-down", stand_down), "amended": ("amendment", amend)}
    vars(now).update(  # what uniform.py works with
        take=take, waive=waive, supplements=supplements, lacking=lacking,
        unlike=unlike, record=record, year_of=year_of, seats=seats, layout=layout,
        count=count, waived=waived, stood_down=stood_down, planned=planned, regional=regional,
        reviews_done=reviews_done, seat_names=seat_names, dissimilar=dissimilar, unfit=unfit,
        begin=begin, due=due, draw_index=draw_index, prove_best=prove_best)
    check(peek(due=False), "the ledger is empty")
    opened = take("opened")
    adopt(opened)
    now.large = len(now.members) >= 1000
    now.carried = {*opened["carried"]}
    check(now.carried <= {*now.reviewed}, "carried: a State that is not reviewed")
    if now.given:
        count["selection"] = 1
        check(all(record[state].get("year", 0) in range(1, now.years + 1)
                  for state in now.reviewed), "a State has no year of the cycle")
        year_of.update({state: record[state]["year"] for state in now.reviewed})
    year_of.update(dict.fromkeys(now.carried, 1))
    take_over(opened["imported"])
    prove_best(opened)
    while peek(due=False):
        command()
        if now.tickets and uniform.basis(now) != now.basis:
            now.tickets = None  # the list lapses
        if count["year"] == now.years:
            complete()


def verify(data, head=None, chains=False, proofs=None):
    """Where a ledger ends; ValueError with the line of the first thing that is wrong."""
    now = SimpleNamespace(line=0, hash="0" * 64, ahead=None, lots=0, amended=False, moved=False,
                          name="opened", unfinished=True, tickets=None, chains=chains, rules=None,
                          undrawn=False,
                          members={}, codes=set(), excluded=(), carried_over=set(), report=[],
                          taken=set(), partly={}, begun={}, own={}, before=Counter(),
                          proofs=None)
    try:
        now.proofs = proofs and beside("proofs").Proofs(proofs)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"the file of proofs: {error}") from None
    try:
        with contextlib.suppress(EOFError):
            replay(data, now)
            now.unfinished = False
        check(head in (None, now.hash), f"the last line has the hash {now.hash}, not {head}")
        if now.proofs:
            now.proofs.finish(now.hash, now.codes)
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
    if not now.proofs:
        yield "Not checked: that nobody is missing in bowls of reviewers, and that best is best."
    for line, why in sorted(now.proofs.unproven.items()) if now.proofs else ():
        yield f"line {line} is not proven: {why}"
    if now.uniform and (not now.chains or now.undrawn):
        yield "Not checked: the outcomes of uniform draws and lists of tickets (--chains does)."
    if not head:
        yield "Not checked: that nothing was cut off at the end (--head HASH does)."


def main(*words):
    parser = argparse.ArgumentParser(prog="verify.py", description=__doc__, add_help=True,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", help="a ledger, or the folder of a cycle")
    parser.add_argument("--head", metavar="HASH", help="the hash that the last line must have")
    parser.add_argument("--proofs", metavar="FILE", help="proofs of `peerlots prove`")
    parser.add_argument("--chains", action="store_true", help="draw uniform outcomes again")
    try:
        options = parser.parse_args(words)
    except SystemExit as end:
        return 64 if end.code else 0
    try:
        path = options.ledger
        path = os.path.join(path, "ledger.jsonl") if os.path.isdir(path) else path
        ledger, proofs = (name and pathlib.Path(name).read_bytes()
                          for name in (path, options.proofs))
        now = verify(ledger, options.head, options.chains, proofs)
    except (OSError, ImportError) as error:
        print(error, file=sys.stderr)
        return 64
    except ValueError as error:
        print(f"WRONG: {error}")
        return 1
    print("RIGHT" + ", as far as it goes:" * now.unfinished)
    if now.proofs:
        print(f"{'NOT ' * bool(now.proofs.unproven)}PROVEN: {now.proofs.proven} bowls of reviewers "
              f"and best vectors are, {len(now.proofs.unproven)} are not")
    print(*report(now, options.head), sep="\n")
    return int(bool(now.proofs and now.proofs.unproven))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
