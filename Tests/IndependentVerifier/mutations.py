"""Changed ledgers, as a forger, a careless program or a bad disk would make them.

Each has its chain of hashes made anew, so that what is changed must be found by what it says. The
changes of form keep what a line says or make it no line at all; those of value change one field of
one event, and where a bowl or a seed changes, also the lots that follow from it.
"""

import json
import re
from hashlib import sha256

import verify

STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
NUMBER = re.compile(rb'(?<=[:,\[])-?[0-9]+(?=[,}\]])')


def chained(lines):
    """The bytes of these lines, each with the hash of the one before in its field `previous`."""
    data, previous = b"", "0" * 64
    for line in lines:
        line = re.sub(rb'("previous"\s*:\s*)"[0-9a-f]{64}"',
                      lambda found: found[1] + b'"' + previous.encode() + b'"', line, count=1)
        data, previous = data + line + b"\n", sha256(line).hexdigest()
    return data


def compact(event):
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


def forms(line):
    """(Name, line) of every change of form of a line that is made."""
    event = json.loads(line)
    strings, numbers = [*STRING.finditer(line)], [*NUMBER.finditer(line)]
    keys = [found for found in strings if line[found.end():found.end() + 1] == b":"]
    texts = [found for found in strings if found not in keys and len(found[0]) > 2]

    def put(found, by):
        return line[:found.start()] + by + line[found.end():]

    yield "keys in reverse", compact(dict(reversed(event.items())))
    yield "keys sorted", compact(dict(sorted(event.items())))
    yield "keys of objects within in reverse", compact(
        {key: dict(reversed(value.items())) if type(value) is dict else value
         for key, value in event.items()})
    yield "blanks", json.dumps(event, ensure_ascii=False, indent=1).replace("\n", " \t").encode()
    yield "blanks around", b" \t" + line + b" \r"
    yield "a form feed before", b"\f" + line
    yield "a line break within", line.replace(b",", b",\n", 1)
    yield "a mark of byte order", b"\xef\xbb\xbf" + line
    yield "something after", line + b"0"
    yield "a comma after", line + b","
    yield "a comma before the end", line[:-1] + b",}"
    yield "an array", b"[" + line + b"]"
    yield "deep", line[:-1] + b',"x":' + b"[" * 40 + b"]" * 40 + b"}"
    yield "very deep", line[:-1] + b',"x":' + b"[" * 9000 + b"]" * 9000 + b"}"
    yield "an unknown field", line[:-1] + b',"note":"x"}'
    yield "an unknown field in front", b'{"note":null,' + line[1:]
    yield "a field without a name", line[:-1] + b',"":0}'
    yield "an empty line before", b"\n" + line
    yield "NUL after", line + b"\0"
    for found in (keys[1], keys[-1]):
        key = found[0][1:-1].decode()
        escaped = b'"\\u%04x' % ord(key[0]) + key[1:].encode() + b'"'
        yield f"the key {key} with an escape", put(found, escaped)
        yield f"the key {key} in capitals", put(found, found[0].upper())
        yield f"the key {key} with a blank", put(found, found[0][:-1] + b' "')
        yield f"the key {key} with NUL", put(found, found[0][:-1] + b'\\u0000"')
        yield f"the key {key} without quotes", put(found, found[0][1:-1])
        yield f"the key {key} in other quotes", put(found, b"'" + found[0][1:-1] + b"'")
    for key in event:
        again = compact({key: event[key]})[1:-1]
        yield f"{key} twice", line[:-1] + b"," + again + b"}"
        yield f"{key} twice, escaped", line[:-1] + b',"\\u%04x' % ord(key[0]) + again[2:] + b"}"
        yield f"{key} null", compact({**event, key: None})
        yield f"{key} gone", compact({one: event[one] for one in event if one != key})
        yield f"{key} in an array", compact({**event, key: [event[key]]})
        yield f"{key} a text", compact({**event, key: json.dumps(event[key])})
        yield f"{key} 1", compact({**event, key: 1})
        yield f"{key} true", compact({**event, key: True})
        yield f"{key} an object", compact({**event, key: {}})
        yield f"{key} an array", compact({**event, key: []})
    for found in {*numbers[:2], *numbers[-2:]}:
        at = f"number {numbers.index(found)}"
        for form in (b"-0", b"%s.0", b"%se0", b"%sE+0", b"0%s", b"+%s", b"-%s", b"%s0e-1", b'"%s"',
                     b"0x%s", b"%s.", b"%s_0", b"NaN", b"Infinity", b"-Infinity", b"1" + b"0" * 30,
                     b"-" + b"9" * 30, b"9223372036854775808", b"1" * 5000, b"- %s", b"%s %s"):
            yield f"{at} {form[:12].decode()}", put(found, form.replace(b"%s", found[0]))
    for found in {*texts[:1], *texts[2:4], *texts[-2:]}:
        at, text = f"text {texts.index(found)}", found[0][1:-1]
        first = re.match(rb"\\u....|\\.|[\x80-\xff]+|.", text, re.S)[0]
        rest = text[len(first):]
        if len(first) == 1:
            yield f"{at} escaped", put(found, b'"\\u%04x' % first[0] + rest + b'"')
            yield f"{at} escaped in capitals", put(found, b'"\\u%04X' % first[0] + rest + b'"')
            yield f"{at} escaped long", put(found, b'"\\u{%x}' % first[0] + rest + b'"')
            yield f"{at} escaped by x", put(found, b'"\\x%02x' % first[0] + rest + b'"')
            yield f"{at} in two bytes", put(found, b'"' + bytes(
                [0xc0 | first[0] >> 6, 0x80 | first[0] & 63]) + rest + b'"')
        for name, more in (("half a pair", b"\\ud800"), ("the other half", b"\\udc00"),
                           ("halves turned", b"\\udc00\\ud800"), ("a pair", b"\\ud83d\\ude00"),
                           ("half a pair as bytes", b"\xed\xa0\x80"), ("no UTF-8", b"\xff"),
                           ("beyond Unicode", b"\xf4\x90\x80\x80"), ("a raw tab", b"\t"),
                           ("a raw NUL", b"\0"), ("an escaped NUL", b"\\u0000"),
                           ("a line break", b"\\n"), ("a return", b"\\u000D"), ("n", b"\\\\n"),
                           ("a steering sign", b"\xe2\x80\xae"), ("an escaped ESC", b"\\u001b"),
                           ("a cut escape", b"\\u00"), ("no escape", b"\\a"), ("a slash", b"\\/"),
                           ("an accent apart", b"e\xcc\x81"), ("a line mark", b"\xe2\x80\xa8")):
            yield f"{at} with {name}", put(found, b'"' + text + more + b'"')
        yield f"{at} unended", put(found, b'"' + text)


def others(value, codes):
    """(Name, value) of other values that could stand in the place of one."""
    if value is True or value is False:
        yield "turned", not value
    elif type(value) is int:
        for change in (1, -1, 1000, -value - 1):
            yield f"{change:+}", value + change
        yield "0", 0
    elif type(value) is str:
        if value in codes:
            yield "the next State", codes[(codes.index(value) + 1) % len(codes)]
            yield "no State", "ZZZZ"
        if re.fullmatch("[0-9a-f]{64}", value):
            yield "another hash", "%064x" % (int(value, 16) ^ 1)
            yield "in capitals", value.upper()
        found = re.fullmatch("(.*?)([0-9]+)", value)
        if found:
            yield "one more", f"{found[1]}{int(found[2]) + 1}"
            yield "with a zero", f"{found[1]}0{found[2]}"
        for kind in ("selection", "year 1", "tickets year 2", "amendment 1"):
            if verify.DRAW.fullmatch(value):
                yield kind, kind
        for choice in ("bowls", "uniform", "tickets", "same", "other", "any", "all", "ignored",
                       "forbidden", "allowed", "lots", "alphabetical", "given", "review",
                       "reviewer", "by_lot", "last_year", "turn", "seat", "legal_system"):
            if value in ("bowls", "uniform", "tickets", "same", "other", "any", "all", "ignored",
                         "preferred", "forbidden", "allowed", "lots", "review", "by_lot", "turn"):
                yield choice, choice
        yield "longer", value + "x"
        yield "with a blank", value + " "
        yield "in small letters", value.lower()
        yield "empty", ""
        yield "digits", "12"
    elif type(value) is list:
        if value:
            yield "without the last", value[:-1]
            yield "the last twice", value + value[-1:]
            yield "empty", []
        if len(value) > 1:
            yield "without the first", value[1:]
            yield "in reverse", value[::-1]
        if not value or type(value[0]) is str:
            yield "with a State", sorted([*value, codes[0]])
            yield "with a code", sorted([*value, "a b"])
            yield "all States", codes
        for place in {0, len(value) - 1} if value else ():
            for name, other in others(value[place], codes):
                yield f"[{place}] {name}", [*value[:place], other, *value[place + 1:]]
    elif type(value) is dict:
        for key in value:
            for name, other in others(value[key], codes):
                yield f".{key} {name}", {**value, key: other}
            yield f".{key} gone", {one: value[one] for one in value if one != key}
        yield ".x more", {**value, "x": 1}


def lots_again(events):
    """The events with counter, index and drawn of every lot as seed and bowls have it."""
    key, counter = sha256(b"").digest(), 0
    for event in events:
        if event["event"] == "seeded" and type(event.get("seed")) is str:
            key, counter = sha256(event["seed"].encode("utf-8", "replace")).digest(), 0
        bowl = event.get("bowl")
        if event["event"] == "lot" and type(bowl) is list and bowl:
            index, after = verify.draw_index(key, counter, len(bowl))
            event = {**event, "counter": counter, "index": index, "drawn": bowl[index]}
            counter = after
        yield event


def values(events, number, codes):
    """(Name, events) of every change of value of the event with this number."""
    event = events[number]
    for key in event:
        if key in ("sequence", "previous"):
            continue
        for name, other in others(event[key], codes):
            changed = [*events[:number], {**event, key: other}, *events[number + 1:]]
            yield f"{key} {name}", changed
            if key in ("seed", "bowl", "public"):
                yield f"{key} {name}, lots again", [*lots_again(changed)]
    for name, value in (("commitment", "0" * 64), ("public", "1-2-3"), ("method", "uniform"),
                        ("experts", "0" * 64), ("reason", "it must go"), ("only", codes[0]),
                        ("exceptional", "a flood"), ("outcomes", "7"), ("membership", []),
                        ("conflicts", []), ("exclusions", []), ("region", ""), ("for", codes[0])):
        if name not in event:
            yield f"{name} more", [*events[:number], {**event, name: value}, *events[number + 1:]]


def moves(events, number):
    """(Name, events) of changes of whole events."""
    event, before, after = events[number], events[:number], events[number + 1:]
    yield "gone", before + after
    yield "twice", [*before, event, event, *after]
    yield "the end", [*before, event]
    if after:
        yield "with the next", [*before, after[0], event, *after[1:]]
    yield "at the end", before + after + [event]
    for name, more in (
            ("a seed", {"event": "seeded", "draw": "amendment 1", "seed": "never used"}),
            ("an announcement", {"event": "announced", "draw": "year 2", "method": "bowls",
                                 "source": "dice"}),
            ("a withdrawal", {"event": "withdrawn", "draw": "year 1", "reason": "rain"}),
            ("an opening", events[0])):
        yield f"{name} after", [*before, event, more, *after]


def numbered(events):
    """The bytes of events, numbered and chained."""
    return chained(
        compact({"sequence": number, "event": event["event"], "previous": "0" * 64,
                 **{key: event[key] for key in event if key not in ("sequence", "previous")}})
        if type(event.get("event")) is str else compact(event)
        for number, event in enumerate(events))


def mutations(data):
    """(Kind, line, name, maker of the bytes) of every mutation of a ledger."""
    lines = data.splitlines()
    events = [json.loads(line) for line in lines]
    codes = [row["state"] for row in events[0]["membership"]]
    for number, line in enumerate(lines):
        kind = f"{events[number]['event']} {events[number].get('purpose', '')}".strip()
        for name, form in forms(line):
            yield (f"form of {events[number]['event']}", number + 1, name,
                   lambda number=number, form=form: chained(
                       [*lines[:number], form, *lines[number + 1:]]))
        for what, changes in (("value", values(events, number, codes)),
                              ("move", moves(events, number))):
            for name, changed in changes:
                yield (f"{what} of {kind}", number + 1, name, lambda changed=changed:
                       numbered(changed))
