"""Reads a membership as the peers need it. Valid files only: `peerlots check` judges the data."""

import csv
import dataclasses


@dataclasses.dataclass(frozen=True)
class State:
    code: str
    region: str
    protocols: frozenset
    legal_systems: frozenset
    is_reviewed: bool
    is_reviewer: bool


def read(path):
    """The States in canonical order, which is byte order of their codes."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        states = [state_of(row) for row in csv.DictReader(file)]
    return sorted(states, key=lambda state: state.code.encode())


def state_of(row):
    is_signatory = row.get("status") == "signatory"
    return State(
        code=row["state"],
        region=row.get("region") or "",
        protocols=frozenset() if is_signatory else words(row, "protocols"),
        legal_systems=words(row, "legal_systems"),
        is_reviewed=row.get("reviewed") != "no",
        is_reviewer=not is_signatory and row.get("reviewer") != "no",
    )


def words(row, column):
    return frozenset((row.get(column) or "").split())


def may_review(reviewer, state):
    """Para. 18 bis, and who takes part at all; two different States."""
    return state.is_reviewed and reviewer.is_reviewer and state.protocols <= reviewer.protocols


def facts(states):
    """The membership as facts of peer_review.lp; a State is its number in canonical order."""
    lines = []
    for number, state in enumerate(states):
        if state.is_reviewed:
            lines.append(f"under_review({number}).")
        if state.is_reviewer:
            lines.append(f"reviewer({number}).")
        if state.region:
            lines.append(f"group({number},{quoted(state.region)}).")
        lines += [f"party({number},{quoted(code)})." for code in sorted(state.protocols)]
        lines += [f"law({number},{quoted(label)})." for label in sorted(state.legal_systems)]
    return "\n".join(lines)


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
