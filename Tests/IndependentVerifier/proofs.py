"""Proofs of bowls and best vectors, for verify.py --proofs, written from the contract and the page
Proofs. `now` is the cycle as verify.py holds it, with its functions. Nothing is searched for: a
completion is counted, a bound is summed up (moment.py beside this file), and both are compared.
"""
import contextlib

from moment import moment_of, packed, to_reach
from verify import HEX, STATE, check, fit, read_json

PRICES = {"asks?": [int, ...], "offers?": [int, ...], "years?": [int, ...], "sets?": [int, ...]}
HEAD = {"proofs": 1, "ledger": HEX, "states": [STATE], "sets": [[int, ...], ...],
        "vectors": [[range(-2**27, 2**27 + 1), ...], ...]}
START = {"line": int, "start": str, "completion?": [int, ...], "prices?": PRICES, "tree?": dict,
         "free?": dict, "worse?": dict, "unproven?": str}
BOWL = {"line": int, "in": list, "prices?": PRICES, "out?": [list, ...], "unproven?": [int, ...]}


def in_groups(numbers, size):
    check(len(numbers) % size == 0, f"numbers that are not {size} each")
    return zip(*[iter(numbers)] * size)


class Proofs:
    """A file of proofs, read beside the ledger (page Proofs)."""

    def __init__(self, data):
        head, *self.steps = map(read_json, data.removesuffix(b"\n").split(b"\n"))
        fit(head, HEAD, "head")
        self.ledger, self.states, self.vectors = head["ledger"], head["states"], head["vectors"]
        self.sets = [frozenset(map(self.state, numbers)) for numbers in head["sets"]]
        for step in self.steps:
            fit(step, START if "start" in step else BOWL, "step")
        self.moment, self.proven, self.unproven = None, 0, {}  # unproven: why, of a line

    def step(self, line):
        """The step of a line of the ledger."""
        while self.steps and self.steps[0]["line"] < line:
            self.steps.pop(0)
        check(self.steps and self.steps[0]["line"] == line, "the proofs have no step for it")
        return self.steps.pop(0)

    @contextlib.contextmanager
    def noting(self, line):
        """Count what is proven, or note why it is not."""
        try:
            yield
            self.proven += 1
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            self.unproven[line + 1] = str(error)

    def state(self, number):
        check(type(number) is int and 0 <= number < len(self.states), "a State of no such number")
        return self.states[number]

    def vector(self, number):
        """A vector as a number, see Moment."""
        check(type(number) is int and 0 <= number < len(self.vectors), "no such vector")
        check(len(self.vectors[number]) == self.length, "a vector of another length")
        return packed(self.vectors[number])

    def set(self, number):
        check(0 <= number < len(self.sets), "no such set")
        return self.sets[number]

    def prices(self, prices):
        fit(prices, PRICES, "prices")
        asks, offers, years, sets = (in_groups(prices.get(name, []), size) for name, size in (
            ("asks", 2), ("offers", 3), ("years", 3), ("sets", 3)))
        return ([(self.state(j), self.vector(price)) for j, price in asks],
                [((self.state(i), kind), self.vector(price)) for i, kind, price in offers],
                [((self.state(j), year), self.vector(price)) for j, year, price in years]
                + [((self.state(i), self.set(at)), self.vector(price)) for i, at, price in sets])

    def tree(self, tree):
        """A tree as `every_leaf` has it: a list of two sets of pairs and two trees, or prices."""
        if "pair" in tree:
            fit(tree, {"pair": [int, ...], "cases": [dict, ...]}, "tree")
            i, j = map(self.state, tree["pair"])
            sides = [[(i, j)], [(j, i)]]
        elif "apart" in tree:
            fit(tree, {"of": int, "apart": [[int, ...], ...], "cases": [dict, ...]}, "tree")
            sides = [[(self.state(tree["of"]), self.state(j)) for j in side]
                     for side in tree["apart"]]
            check(len(sides) == 2, "a branch has two sides")
        else:
            return self.prices(tree)
        one, two = tree["cases"]
        return [sides, self.tree(one), self.tree(two)]

    def pairs(self, numbers):
        fit(numbers, [int, ...], "pairs")
        return [(self.state(i), self.state(j), kind) for i, j, kind in in_groups(numbers, 3)]

    def start(self, now, event, vacated, released):
        """Check the step of a best vector. vacated: kinds of seats to be drawn again; released: by
        redraws, from the State of this one, where the rules exclude those."""
        self.moment, self.length, goal = None, len(now.rules["waivers"]) + 2, to_reach(now)
        with self.noting(event["sequence"]):
            check(now.rules["reviewers"]["protocols"] != "supplement",
                  "proofs know nothing of supplementary reviewers")
            step = self.step(event["sequence"])
            check("unproven" not in step, f"the proofs have none: {step.get('unproven')}")
            check(step["start"] == event["event"], "it is another step")
            moment, prices = moment_of(now, vacated), self.prices(step.get("prices", {}))
            moment.price(*prices)
            moment.change(self.pairs(step["completion"]))
            check(moment.total == goal, "the completion costs another vector than best")
            check(moment.every_leaf(self.tree(step["tree"]), lambda: moment.bound >= goal),
                  "the prices do not show that best is best")
            if event.get("exclusion"):
                now.excluded, kept = set(), now.excluded
                free = moment_of(now, vacated)
                now.excluded = kept
                free.price(*prices)
                check(free.every_leaf(self.tree(step["free"]), lambda: free.bound >= goal),
                      "the prices do not show that the exclusion costs nothing")
            elif released:
                moment.take_out({(event["state"], j) for j in released})
                check(moment.every_leaf(self.tree(step["worse"]), lambda: moment.bound > goal),
                      "the prices do not show that the exclusion costs a waiver")
                moment.take_out(set())
            self.moment = moment

    def bowl(self, now, event, i, seat, rivals):
        """Check the step of the bowl of a lot, or of an empty one; rivals: all who are fit."""
        bowl, drawn = event.get("bowl", []), event.get("drawn")
        with self.noting(event["sequence"]):
            check(self.moment, "a step before it fails")
            goal, kind = to_reach(now), [*now.kind].index(seat)
            moment, self.moment, base = self.moment, None, None
            step = self.step(event["sequence"])
            open_ = {self.state(number) for number in step.get("unproven", ())}
            check(len(step["in"]) == len(bowl), "there is not one difference for each in the bowl")
            for j, pairs in zip(bowl, step["in"]):
                check(j in open_ or pairs is not None, f"{j} has no completion")
                if pairs is not None:
                    back = moment.change(self.pairs(pairs))
                    check(moment.total == goal and moment.held[i].get(j) == kind,
                          f"the completion for {j} costs another vector, or does not hold it")
                    base = pairs if j == drawn else base
                    moment.change(back)
            moment.price(*self.prices(step.get("prices", {})))
            missing = {j for j in rivals if j not in {*bowl, *open_}
                       and kind in moment.options.get((i, j), ())
                       and moment.least_with(i, kind, j) <= goal}
            for states, tree in step.get("out", ()):
                fit(states, [int, ...], "out")
                those = {*map(self.state, states)} & missing
                if moment.every_leaf(self.tree(tree), lambda: all(
                        moment.least_with(i, kind, j) > goal for j in those)):
                    missing -= those
            if not drawn or base is not None:
                moment.change(self.pairs(base or []))
                moment.draw(i, kind, drawn)
                self.moment = moment
            names = ", ".join(sorted(missing))
            check(not missing, f"the prices do not show that it is without {names}")
            check(not open_, f"the proofs leave open: {', '.join(sorted(open_))}")

    def finish(self, ledger, codes):
        """Nothing is proven of another ledger."""
        if self.ledger != ledger or self.states != sorted(codes):
            self.proven, self.unproven = 0, {1: "the proofs are of another ledger"}
