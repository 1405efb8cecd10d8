"""Proofs of bowls and best vectors, for verify.py --proofs, written from the contract and the page
Proofs. `now` is the cycle as verify.py holds it, with its functions. Nothing is searched for: a
completion is counted, a bound is summed up, and both are compared.
"""
import contextlib
from collections import Counter, defaultdict
from itertools import product

from verify import HEX, LOADS, STATE, WAIVERS, check, fit, read_json

PRICES = {"asks?": [int, ...], "offers?": [int, ...]}
HEAD = {"proofs": 1, "ledger": HEX, "states": [STATE], "vectors": [[int, ...], ...]}
START = {"line": int, "start": str, "completion?": [int, ...], "prices?": PRICES, "tree?": dict,
         "free?": dict, "worse?": dict, "unproven?": str}
BOWL = {"line": int, "in": list, "prices?": PRICES, "out?": [list, ...], "unproven?": [int, ...]}


def packed(entries):
    """A vector as a number, see Moment."""
    return sum(entry << 64 * place for place, entry in enumerate(reversed(entries)))


def in_groups(numbers, size):
    check(len(numbers) % size == 0, f"numbers that are not {size} each")
    return zip(*[iter(numbers)] * size)


def to_reach(now):
    """The vector T, that what is left must reach."""
    return packed([0, *(now.best[rule] - sum(now.waived[rule].values()) * (rule not in LOADS)
                        for rule in now.rules["waivers"]), 0])


def moment_of(now, vacated):
    """What is left to draw; vacated: the kinds of a State's seats that are to be drawn again."""
    loads, load, names = now.rules["loads"], now.reviews_done(), [*now.kind]
    same = next((at for at, name in enumerate(names) if now.regional(name)), len(names))
    places = [None, *now.rules["waivers"]]
    unit = {rule: packed([at == (places.index(rule) if rule in places else 0)
                          for at in range(len(places) + 1)]) for rule in WAIVERS}
    due = {*now.year_of, *(() if now.count["selection"] else now.reviewed)} - {*now.seats}
    kinds = {state: now.seat_names(state) for state in due} | now.partly | vacated
    left = {state: [kinds[state].count(name) for name in names] + [0] for state in kinds}
    counted = {state: unit["legal_system"] * bool(left[state][same] and now.dissimilar(
        state, names[same], None)) for state in kinds}
    room, options = {}, {}
    for other, row in now.members.items():
        least, most = (row.get(name, loads[name]) for name in ("minimum", "maximum"))
        if row["reviewer"]:
            room[other] = [end - load[other] for end in (most, least, min(loads["target"], most))]
    for state, other in product(left, room):
        kinds = {at: counted[state] * (at == same and not now.dissimilar(state, name, other))
                 for at, name in enumerate(names)
                 if (left[state][at] or at == len(names) - 1 and left[state][same])
                 and not now.unfit(state, other, name, load, Counter())}
        options.update({(state, other): kinds} if kinds else {})

    def fits(state, other, held):
        beside = {*held[state], *now.seats.get(state, ())}
        check(not any({*pair} <= beside for pair in now.exclusions), "two excluded sit together")
        groups = [now.record[one]["region"] for one in beside if now.record[one]["region"]]
        check(not now.rules["reviewers"]["distinct_groups"] or len({*groups}) == len(groups),
              f"reviewers of {state} are of one group in a completion")
        year = now.year_of.get(state)
        if year and loads["per_year"] < room[other][0] + load[other]:
            check(now.reviews_done(year)[other] + sum(
                other in held[one] for one in held if now.year_of.get(one) == year)
                  <= loads["per_year"], f"{other} does too many reviews in a year of a completion")

    return Moment(left=left, same=same, last=len(names) - 1, room=room, counted=counted,
                  options=options, unit=unit, fits=fits,
                  mutual=now.rules["reviewers"]["mutual_reviews"] == "forbidden")


class Moment:
    """What is left to draw at a moment, with a completion of it and prices (page Proofs). A vector
    is a number whose digits of 64 bits, with signs, are its entries: sums and order are the same.
    left: of a State under review, its seats of each kind, at the end 0; same, last: kinds, same is
    that end where no kind is of the group; options: of (i, j), the bonus in each kind; room: of a
    reviewer, the reviews that it may do, and lacks below minimum and target; counted: λ; unit: of
    a rule; mutual: whether mutual reviews are forbidden; fits: refuses the reviewers of a review,
    and the reviews of a reviewer, by rules that prices do not know."""

    def __init__(self, **given):
        vars(self).update(given)
        self.asks, self.offers, self.out = Counter(), Counter(), set()  # out: by branches
        self.held, self.load, self.near = defaultdict(dict), Counter(), defaultdict(set)
        for i, j in self.options:
            self.near[i].add((i, j))
            self.near[j].add((i, j))
        self.parts, self.costs, self.bound, self.total = {}, {}, 0, 0
        everything = [(i, None) for i in self.left] + [(None, j) for j in self.room]
        self.refresh([*everything, *self.options])
        self.spend(everything)

    def cost(self, i, j, held):
        """c(i) of the seats held of each kind, without bonuses; or d(j) of the reviews done."""
        if j:
            return sum(self.unit[rule] * max(0, lacks - held)
                       for rule, lacks in zip(LOADS, self.room[j][1:]))
        left = self.left[i]
        return (self.unit["seat"] * (sum(left) - sum(held)) + self.counted[i] * left[self.same]
                + self.unit["same_region"] * (left[self.same] - held[self.same]))

    def can_hold(self, i, held):
        most = [*self.left[i]]
        most[self.last] += most[self.same] - held[self.same]
        return all(number <= limit for number, limit in zip(held, most))

    def value(self, i, kind, j):
        return self.asks[j] - self.offers[i, kind] - self.options[i, j][kind]

    def least(self, i, j):
        """f of a State (i, None), g of a reviewer (None, j), h of a pair."""
        if not i:
            most, *bends = self.room[j]
            return min(self.cost(i, j, end) - self.asks[j] * end for end in
                       {0, max(0, most), *(bend for bend in bends if 0 < bend < most)})
        if not j:
            ends = [{0, number} for number in self.left[i]]
            ends[self.last].add(self.left[i][self.last] + self.left[i][self.same])
            return min(self.cost(i, j, held) + sum(
                self.offers[i, kind] * number for kind, number in enumerate(held) if number)
                for held in product(*ends) if self.can_hold(i, held))
        ways = {(i, j), (j, i) if self.mutual else (i, j)} - self.out
        return min([0, *(self.value(i, kind, j) for i, j in ways if (i, j) in self.options
                         for kind in self.options[i, j])])

    def least_with(self, i, kind, j):
        """What a completion costs at least that holds this option; without end if it is out."""
        return float("inf") if (i, j) in self.out else (
            self.bound + self.value(i, kind, j) - self.parts[self.part(i, j)])

    def part(self, i, j):
        return (j, i) if self.mutual and i and j and j < i else (i, j)

    def refresh(self, parts):
        """Compute the least of these parts anew, and with them the bound."""
        for part in {self.part(*part) for part in parts}:
            least = self.least(*part)
            self.bound += least - self.parts.get(part, 0)
            self.parts[part] = least

    def price(self, asks, offers):
        """Set prices; what takes them back."""
        before = [(j, self.asks[j]) for j, _ in asks], [(at, self.offers[at]) for at, _ in offers]
        for prices, changes in (self.asks, asks), (self.offers, offers):
            for key, vector in changes:
                prices[key] = vector
        touched = {(None, j) for j, _ in asks if j in self.room} | {
            (i, None) for (i, _), _ in offers if i in self.left}
        self.refresh(touched.union(*(self.near[i or j] for i, j in touched)))
        return [changes[::-1] for changes in before]

    def spend(self, touched):
        """What the completion costs now for these States and reviewers."""
        for i, j in touched:
            kinds = [*self.held[i].values()]
            held = self.load[j] if j else [kinds.count(kind) for kind in range(len(self.left[i]))]
            check(held <= max(0, self.room[j][0]) if j else self.can_hold(i, held), 
                  f"{i or j} holds too many seats in a completion")
            cost = self.cost(i, j, held) - sum(
                self.options[i, other][kind] for other, kind in (self.held[i].items() if i else ()))
            self.total += cost - self.costs.get((i, j), 0)
            self.costs[i, j] = cost

    def change(self, pairs):
        """Change the completion by a difference; what takes it back."""
        before = []
        for i, j, kind in pairs:
            check(i in self.left and j in self.room, f"{i} or {j} has no place in a completion")
            check(kind == -1 or kind in self.options.get((i, j), ()), f"{j} cannot sit so with {i}")
            before.append((i, j, self.held[i].pop(j, -1)))
            self.held[i].update({j: kind} if kind >= 0 else {})
            self.load[j] += (kind >= 0) - (before[-1][2] >= 0)
        for i, j, _ in pairs:
            check(not self.mutual or j not in self.held[i] or i not in self.held[j],
                  f"{i} and {j} review each other in a completion")
            self.fits(i, j, self.held)
        self.spend({(i, None) for i, _, _ in pairs} | {(None, j) for _, j, _ in pairs})
        return before[::-1]

    def draw(self, i, kind, j):
        """The seat is drawn, for j; or it is given up, or stays empty (j None)."""
        self.left[i][kind] -= 1
        self.left[i][self.last] += kind == self.same and not j
        gone = [pair for pair in self.near[i] if pair[0] == i]
        if j:
            self.room[j] = [number - 1 for number in self.room[j]]
            self.load[j] -= self.held[i].pop(j) is not None
            for pair in [(i, j), (j, i)][:1 + self.mutual]:
                self.options.pop(pair, None)
            gone += [pair for pair in self.near[j] if pair[1] == j]
        for one, other in gone:
            kinds = self.options.get((one, other), {})
            for kind in [*kinds]:
                if self.room[other][0] <= 0 or not (self.left[one][kind] or kind == self.last
                                                    and self.left[one][self.same]):
                    del kinds[kind]
        touched = {(i, None)} | ({(None, j)} if j else {*()})
        self.spend(touched)
        self.refresh(touched.union(gone, [(i, j), (j, i)] if j and self.mutual else ()))

    def take_out(self, pairs):
        """Take the options of these pairs out, and those of no others."""
        changed, self.out = self.out ^ pairs, pairs
        self.refresh(changed)

    def every_leaf(self, tree, holds):
        """Whether this holds at every leaf of a tree."""
        if type(tree) is not list:
            back = self.price(*tree)
            right = holds()
            self.price(*back)
            return right
        check(self.mutual, "a branch, but mutual reviews are allowed")
        before, right = self.out, True
        for pair, case in zip((tree[0], tree[0][::-1]), tree[1:]):
            self.take_out({*before, pair})
            right = right and self.every_leaf(case, holds)
            self.take_out(before)
        return right


class Proofs:
    """A file of proofs, read beside the ledger (page Proofs)."""

    def __init__(self, data):
        head, *self.steps = map(read_json, data.removesuffix(b"\n").split(b"\n"))
        fit(head, HEAD, "head")
        self.ledger, self.states, self.vectors = head["ledger"], head["states"], head["vectors"]
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

    def prices(self, prices):
        fit(prices, PRICES, "prices")
        asks, offers = in_groups(prices.get("asks", []), 2), in_groups(prices.get("offers", []), 3)
        return ([(self.state(j), self.vector(price)) for j, price in asks],
                [((self.state(i), kind), self.vector(price)) for i, kind, price in offers])

    def tree(self, tree):
        """A tree as `every_leaf` has it: a list of a pair and two trees, or prices."""
        if "pair" not in tree:
            return self.prices(tree)
        fit(tree, {"pair": [int, ...], "cases": [dict, ...]}, "tree")
        (i, j), (one, two) = tree["pair"], tree["cases"]
        return [(self.state(i), self.state(j)), self.tree(one), self.tree(two)]

    def pairs(self, numbers):
        fit(numbers, [int, ...], "pairs")
        return [(self.state(i), self.state(j), kind) for i, j, kind in in_groups(numbers, 3)]

    def start(self, now, event, vacated, released):
        """Check the step of a best vector. vacated: kinds of seats to be drawn again; released: by
        redraws, from the State of this one, where the rules exclude those."""
        self.moment, self.length, goal = None, len(now.rules["waivers"]) + 2, to_reach(now)
        with self.noting(event["sequence"]):
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
        goal, kind = to_reach(now), [*now.kind].index(seat)
        with self.noting(event["sequence"]):
            check(self.moment, "a step before it fails")
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
            trees = {self.state(j): self.tree(tree) for j, tree in step.get("out", ())}
            missing = [j for j in rivals if j not in {*bowl, *open_}
                       and kind in moment.options.get((i, j), ())
                       and not moment.every_leaf(trees.get(j, ([], [])),
                                                 lambda: moment.least_with(i, kind, j) > goal)]
            if not drawn or base is not None:
                moment.change(self.pairs(base or []))
                moment.draw(i, kind, drawn)
                self.moment = moment
            check(not missing, f"the prices do not show that it is without {', '.join(missing)}")
            check(not open_, f"the proofs leave open: {', '.join(sorted(open_))}")

    def finish(self, ledger, codes):
        """Nothing is proven of another ledger."""
        if self.ledger != ledger or self.states != sorted(codes):
            self.proven, self.unproven = 0, {1: "the proofs are of another ledger"}
