"""What is left to draw at a moment of a cycle, with a completion and prices (page Proofs), for
proofs.py. `now` is the cycle as verify.py holds it, with its functions. Nothing is searched for: a
completion is counted, a bound is summed up.
"""
from collections import Counter, defaultdict
from itertools import combinations, product

from verify import LOADS, WAIVERS, check


def packed(entries):
    """A vector as a number, see Moment."""
    return sum(entry << 64 * place for place, entry in enumerate(reversed(entries)))


def to_reach(now):
    """The vector T, that what is left must reach."""
    return packed([0, *(now.best[rule] - sum(now.waived[rule].values()) * (rule not in LOADS)
                        for rule in now.rules["waivers"]), 0])


def moment_of(now, vacated):
    """What is left to draw; vacated: the kinds of a State's seats that are to be drawn again."""
    loads, load, names = now.rules["loads"], now.reviews_done(), [*now.kind]
    same = next((at for at, name in enumerate(names) if now.regional(name)), len(names))
    last, places = names.index(now.last), [None, *now.rules["waivers"]]
    unit = {rule: packed([at == (places.index(rule) if rule in places else 0)
                          for at in range(len(places) + 1)]) for rule in WAIVERS}
    due = {*now.year_of, *(() if now.count["selection"] else now.reviewed)} - {
        *now.seats, *now.carried_over}
    kinds = {state: now.seat_names(state) for state in due} | now.partly | vacated
    left = {state: [kinds[state].count(name) for name in names] + [0] for state in kinds}
    counted = {state: unit["legal_system"] * bool(left[state][same] and now.dissimilar(
        state, names[same], None)) for state in kinds}
    room, options = {}, {}
    for other, row in now.members.items():
        least, most = (row.get(name, loads[name]) for name in ("minimum", "maximum"))
        if row["reviewer"]:
            room[other] = [end - load[other] for end in (
                min(most, loads["per_year"] * now.years), least, min(loads["target"], most))]
    year_of = {state: now.year_of.get(state) for state in kinds}
    done = {year: now.reviews_done(year) if year else Counter() for year in {*year_of.values()}}
    spare = {(other, year): loads["per_year"] - done[year][other] for other in room
             for year in done if year}
    for state, other in product(left, room):
        kinds = {at: counted[state] * (at == same and not now.dissimilar(state, name, other))
                 for at, name in enumerate(names)
                 if (left[state][at] or at == last and left[state][same])
                 and room[other][0] > 0
                 and not now.unfit(state, other, name, load, done[year_of[state]])}
        options.update({(state, other): kinds} if kinds else {})

    def apart(one, other):
        if one == other:  # no State is apart from itself
            return False
        its, others = (now.record.get(state, {"region": ""})["region"] for state in (one, other))
        return bool({(one, other), (other, one)} & now.exclusions) or bool(
            now.rules["reviewers"]["distinct_groups"] and its and its == others)

    return Moment(left=left, same=same, last=last, room=room, counted=counted, options=options,
                  unit=unit, apart=apart, year_of=year_of, spare=spare,
                  beside={state: {*now.seats.get(state, ())} for state in left},
                  mutual=now.rules["reviewers"]["mutual_reviews"] == "forbidden")


class Moment:
    """What is left to draw at a moment, with a completion of it and prices (page Proofs). A vector
    is a number whose digits of 64 bits, with signs, are its entries: sums and order are the same.
    left: of a State under review, its seats of each kind, at the end 0; same, last: kinds, same is
    that end where no kind is of the group; options: of (i, j), the bonus in each kind; room: of a
    reviewer, the reviews that it may do, and lacks below minimum and target; counted: λ; unit: of
    a rule; mutual: whether mutual reviews are forbidden; apart: whether two may not sit together;
    year_of: None for none; spare: of (j, year), the reviews that it may do then; beside: who is
    drawn. Beside (i, None), (None, j) and (i, j), parts of a bound are (j, year) and (i, set)."""

    def __init__(self, **given):
        vars(self).update(given)
        self.asks, self.offers, self.out = Counter(), Counter(), set()  # out: by branches
        self.limits, self.more = Counter(), Counter()  # prices of limits, and their sum for a pair
        self.held, self.load, self.near = defaultdict(dict), Counter(), defaultdict(set)
        for i, j in self.options:
            self.near[i].add((i, j))
            self.near[j].add((i, j))
        self.parts, self.costs, self.bound, self.total = {}, {}, 0, 0
        self.sets = set()  # of those that have a price
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
        return self.asks[j] - self.offers[i, kind] - self.options[i, j][kind] + self.more[i, j]

    def least(self, i, j):
        """f of a State (i, None), g of a reviewer (None, j), h of a pair; or a limit's part."""
        if type(j) is int:
            return min(0, -max(0, self.spare[i, j]) * self.limits[i, j])
        if type(j) is frozenset:
            return 0 if j & self.beside[i] else min(0, -self.limits[i, j])
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
        return (j, i) if self.mutual and i and type(j) is str and j < i else (i, j)

    def refresh(self, parts):
        """Compute the least of these parts anew, and with them the bound."""
        for part in {self.part(*part) for part in parts}:
            least = self.least(*part)
            self.bound += least - self.parts.get(part, 0)
            self.parts[part] = least

    def price(self, asks, offers, limits):
        """Set prices; what takes them back."""
        before = tuple([(key, prices[key]) for key, _ in changes][::-1] for prices, changes in (
            (self.asks, asks), (self.offers, offers), (self.limits, limits)))
        for prices, changes in (self.asks, asks), (self.offers, offers):
            for key, vector in changes:
                prices[key] = vector
        touched = {(None, j) for j, _ in asks if j in self.room} | {
            (i, None) for (i, _), _ in offers if i in self.left}
        pairs = set().union(*(self.near[i or j] for i, j in touched))
        for limit, vector in limits:
            bound = self.bounded(*limit)
            for pair in bound:
                self.more[pair] += vector - self.limits[limit]
            self.limits[limit] = vector
            touched.add(limit)
            pairs |= bound
        self.refresh(touched | pairs)
        return before

    def bounded(self, one, limit):
        """The pairs that a limit bounds: of j in a year, or of i with a set of States."""
        if type(limit) is int:
            check((one, limit) in self.spare, "a price of no such year")
            return {(i, j) for i, j in self.near[one] if j == one and self.year_of[i] == limit}
        check(one in self.left, "a price of a set for a State that has no seat left")
        if limit not in self.sets:
            check(all(self.apart(*pair) for pair in combinations(limit, 2)),
                  "two of a set may sit together")
            self.sets.add(limit)
        return {(i, j) for i, j in self.near[one] if i == one and j in limit}

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
            check(j not in self.held[i] or not any(
                self.apart(j, one) for one in {*self.held[i]} - {j}),
                f"{j} may not sit with another of a completion")
            year = self.year_of[i]
            if j in self.held[i] and year and self.spare[j, year] < self.room[j][0]:
                check(sum(j in self.held[one] for one, _ in self.near[j]
                          if one != j and self.year_of[one] == year) <= self.spare[j, year],
                      f"{j} does too many reviews in a year of a completion")
        self.spend({(i, None) for i, _, _ in pairs} | {(None, j) for _, j, _ in pairs})
        return before[::-1]

    def draw(self, i, kind, j):
        """The seat is drawn, for j; or it is given up, or stays empty (j None)."""
        self.left[i][kind] -= 1
        self.left[i][self.last] += kind == self.same and not j
        gone = [pair for pair in self.near[i] if pair[0] == i]
        limits, year = set(), self.year_of[i]
        if j:
            self.room[j] = [number - 1 for number in self.room[j]]
            self.load[j] -= self.held[i].pop(j) is not None
            self.beside[i].add(j)
            for pair in [(i, j), (j, i)][:1 + self.mutual]:
                self.options.pop(pair, None)
            for one, other in gone:
                if self.apart(j, other):
                    self.options.pop((one, other), None)
            gone += [pair for pair in self.near[j] if pair[1] == j]
            limits = {(i, members) for members in self.sets} & self.parts.keys()
            if year:
                self.spare[j, year] -= 1
                limits |= {(j, year)} & self.parts.keys()
        for one, other in gone:
            if other == j and year and self.year_of[one] == year and self.spare[j, year] <= 0:
                self.options.pop((one, other), None)
            kinds = self.options.get((one, other), {})
            for kind in [*kinds]:
                if self.room[other][0] <= 0 or not (self.left[one][kind] or kind == self.last
                                                    and self.left[one][self.same]):
                    del kinds[kind]
        touched = {(i, None)} | ({(None, j)} if j else {*()})
        self.spend(touched)
        self.refresh(touched.union(gone, limits, [(i, j), (j, i)] if j and self.mutual else ()))

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
        check(all(one[::-1] == other and self.mutual or one[0] == other[0]
                  and self.apart(one[1], other[1]) for one, other in product(*tree[0])),
              "a branch on reviews that can take place together")
        before, right = self.out, True
        for pairs, case in zip(tree[0], tree[1:]):
            self.take_out({*before, *pairs})
            right = right and self.every_leaf(case, holds)
            self.take_out(before)
        return right
