"""The uniform method of PeerLots, written from its documentation (Uniform); no code is shared.

Used by verify.py for ledgers with uniform draws or tickets: outcomes are drawn by number where they
can be counted, else by the chain. Slow where the membership is large: a count takes up to a minute,
a year of 192 States some minutes, a thousand tickets of it an hour.
"""
from hashlib import sha256
from itertools import combinations
from math import comb

REGIONAL, SIMILAR, REGIONAL_ONLY = 2, 4, 8
EMPTY, WITHOUT, MISSING, DISSIMILAR, OVERLOAD, MUTUAL = range(6)
TRIALS = 32  # trial chains


class Words:
    """Numbers of 32 bits: eight to a block of the seed, from block 0."""

    def __init__(self, seed):
        self.key, self.blocks, self.left = sha256(seed.encode()).digest(), 0, []

    def next(self):
        if not self.left:
            block = sha256(self.key + self.blocks.to_bytes(8, "big")).digest()
            self.blocks += 1
            self.left = [int.from_bytes(block[at:at + 4], "big") for at in range(28, -1, -4)]
        return self.left.pop()

    def below(self, size):
        while True:
            number = self.next()
            if number < 2**32 // size * size:
                return number % size

    def zero(self, bits):
        while bits > 32:
            if self.next():
                return False
            bits -= 32
        return self.next() >> (32 - bits) == 0


class Space:
    """reviews: of each State with seats left, in canonical order: (state, seats, has a regional
    seat, is counted, {reviewer: kind}); loads, minimum, maximum: of all States; due: those of the
    minimum load. With supplementary reviewers: prices, what a set of a State costs at least (None:
    it cannot sit), and budget, what is allowed of each of these costs; no chain knows them."""

    def __init__(self, reviews, loads, due, minimum, maximum, forbids_mutual, allowance,
                 prices=None, budget=None):
        self.reviews, self.loads, self.due = reviews, loads, due
        self.prices, self.budget = prices, budget
        self.minimum, self.maximum, self.forbids_mutual = minimum, maximum, forbids_mutual
        self.allowance = [*allowance, 0, 0]
        self.place = {review[0]: number for number, review in enumerate(reviews)}
        self.candidates = [sorted(review[4]) for review in reviews]
        doublings = max(0, len(reviews) - 1).bit_length()
        self.bits = max(1, (5 * doublings + 3) // 4)


class Uncountable(Exception):
    """There are too many outcomes to number them."""


class Outcomes:
    """The lawful outcomes, numbered."""

    MOST_STEPS, MOST_SETS, WIDEST = 2**20, 200_000, 64

    def __init__(self, space):
        self.space, self.steps = space, 0
        sizes = [(len(choices), review[1]) for review, choices
                 in zip(space.reviews, space.candidates)]
        if len(sizes) > self.WIDEST or any(size > self.WIDEST for size, _ in sizes) or sum(
                comb(size, members) for size, seats in sizes
                for members in range(seats + 1)) > self.MOST_SETS:
            raise Uncountable
        self.does = {}  # of each candidate: the reviews that it may do
        for review, choices in enumerate(space.candidates):
            for reviewer in choices:
                self.does.setdefault(reviewer, set()).add(review)
        self.short = {one: max(0, space.minimum[one] - space.loads[one])
                      for one in space.due}
        self.room = {one: min(space.maximum[one] - space.loads[one], len(does))
                     for one, does in self.does.items()}
        self.missing = space.allowance[MISSING] - sum(
            self.short[one] for one in space.due if one not in self.does)
        self.budget = space.budget if space.prices else tuple(
            space.allowance[at] for at in (EMPTY, WITHOUT, DISSIMILAR))
        self.sets = [self.sets_of(*review, choices) for review, choices
                     in zip(space.reviews, space.candidates)]
        self.order = sorted(range(len(self.sets)), key=lambda review: len(self.sets[review]))
        self.known = [{} for _ in range(len(self.order) + 1)]
        self.start = (dict.fromkeys(self.does, 0), frozenset(), self.budget)
        self.count = self.left(0, *self.start)[0]

    def sets_of(self, state, seats, has_regional, is_counted, kinds, choices):
        """The sets of a review that the budget bears, with their costs, in order."""
        sets = []
        for members in sorted(one for size in range(seats + 1)
                              for one in combinations(choices, size)):
            if self.space.prices:
                cost = self.space.prices(state, members)
                if cost is not None and all(map(int.__le__, cost, self.budget)):
                    sets.append((members, cost))
                continue
            here = [kinds[member] for member in members]
            cost = (seats - len(members), int(has_regional and not any(
                kind & REGIONAL for kind in here)), int(is_counted and not any(
                    kind & SIMILAR for kind in here)))
            if sum(kind & REGIONAL_ONLY > 0 for kind in here) <= 1 and all(
                    one <= most for one, most in zip(cost, self.budget)):
                sets.append((members, cost))
        return sets

    def key(self, depth, done, barred, budget):
        """What a state is told apart by; None where it is plain that nothing lawful is left."""
        waiting, missing, due, loads, over = {*self.order[depth:]}, self.missing, 0, [], set()
        for one, does in self.does.items():
            left = sum(review in waiting and (one, review) not in barred for review in does)
            lacks = max(0, self.short.get(one, 0) - done[one])
            if done[one] == self.room[one] or not left:
                missing -= lacks
                loads.append(-1)
                over.add(one)
            else:
                due += lacks
                loads.append(done[one] if lacks else max(done[one], self.room[one] - left))
        seats = sum(self.space.reviews[review][1] for review in waiting)
        if missing < 0 or due > seats + missing:
            return None
        return (*loads, frozenset((one, review) for one, review in barred
                                  if review in waiting and one not in over), budget, missing)

    def after(self, review, members, cost, done, barred, budget):
        """The state after a review has got these members."""
        done = dict(done)
        for member in members:
            done[member] += 1
        state = self.space.reviews[review][0]
        if self.space.forbids_mutual:
            barred |= {(state, self.space.place[member]) for member in members
                       if self.space.place.get(member) in self.does.get(state, ())}
        return done, barred, tuple(one - less for one, less in zip(budget, cost))

    def left(self, depth, done, barred, budget):
        """How many lawful outcomes are left, and with which sets: (number, members, cost)."""
        key = self.key(depth, done, barred, budget)
        if key is None:
            return 0, []
        if key in self.known[depth]:
            return self.known[depth][key]
        if depth == len(self.order):
            answer = int(not any(budget) and key[-1] == 0), []
        else:
            review = self.order[depth]
            self.steps += len(self.sets[review])
            if self.steps > self.MOST_STEPS:
                raise Uncountable
            may = {one for one in self.space.candidates[review]
                   if done[one] < self.room[one] and (one, review) not in barred}
            ways = []
            for members, cost in self.sets[review]:
                if may.issuperset(members) and all(map(int.__le__, cost, budget)):
                    state = self.after(review, members, cost, done, barred, budget)
                    number = self.left(depth + 1, *state)[0]
                    if number:
                        ways.append((number, members, cost))
            answer = sum(way[0] for way in ways), ways
        self.known[depth][key] = answer
        return answer

    def outcome(self, number):
        """The outcome of a number."""
        state, outcome = self.start, {}
        for depth, review in enumerate(self.order):
            for left, members, cost in self.left(depth, *state)[1]:
                if number < left:
                    break
                number -= left
            state = self.after(review, members, cost, *state)
            outcome[self.space.reviews[review][0]] = [*members]
        return outcome


class Chain:
    def __init__(self, space, seed):
        self.space, self.words = space, Words(seed)
        self.sets = [[] for _ in space.reviews]
        self.loads, self.does = dict(space.loads), {state: [] for state in space.loads}
        self.counts = [sum(review[1] for review in space.reviews),
                       sum(review[2] for review in space.reviews),
                       sum(max(0, space.minimum[one] - space.loads[one]) for one in space.due),
                       sum(review[3] for review in space.reviews), 0, 0]
        self.excess, self.sweeps = self.measure(self.counts), 0

    def measure(self, counts):
        return sum(max(0, count - most) for count, most in zip(counts, self.space.allowance))

    def sweep(self):
        for review, candidates in enumerate(self.space.candidates):
            if candidates:
                self.replace(review, candidates)
                self.exchange(review, candidates)
        self.sweeps += 1

    def lawful(self, number):
        """Go on to the number-th lawful choice from here."""
        while number:
            self.sweep()
            number -= self.excess == 0

    def replace(self, review, candidates):
        place, number = divmod(
            self.words.below(self.space.reviews[review][1] * (len(candidates) + 1)),
            len(candidates) + 1)
        members = self.sets[review]
        if place > len(members):
            return
        old = members[place] if place < len(members) else None
        new = candidates[number] if number < len(candidates) else None
        if old is None and new is None or new in members:
            return
        change = self.change(review, old, new)
        if change is None:
            return
        if old is not None:
            change[MISSING] += self.loads[old] <= self.space.minimum[old]
            change[OVERLOAD] -= self.loads[old] > self.space.maximum[old]
        if new is not None:
            change[MISSING] -= self.loads[new] < self.space.minimum[new]
            change[OVERLOAD] += self.loads[new] >= self.space.maximum[new]
        if self.accepts(change):
            self.perform(review, old, new)

    def exchange(self, review, candidates):
        place, rest = divmod(
            self.words.below(4 * self.space.reviews[review][1] * len(candidates)),
            4 * len(candidates))
        members = self.sets[review]
        if place >= len(members):
            return
        old, new, number = members[place], candidates[rest // 4], rest % 4
        does = self.does[new]
        if number >= len(does) or len(does) > 4 or len(self.does[old]) > 4 or new in members:
            return
        other = sorted(does)[number]
        if old not in self.space.reviews[other][4] or old in self.sets[other]:
            return
        here, there = self.change(review, old, new), self.change(other, new, old)
        if here is None or there is None:
            return
        if self.accepts([one + two for one, two in zip(here, there)]):
            self.perform(review, old, new)
            self.perform(other, new, old)

    def change(self, review, old, new):
        state, _, has_regional, is_counted, kinds = self.space.reviews[review]
        was, becomes = kinds.get(old, 0), kinds.get(new, 0)
        members = self.sets[review]
        after = [kinds[one] for one in members if one != old] + [becomes]
        if becomes & REGIONAL_ONLY and sum(kind & REGIONAL_ONLY > 0 for kind in after) > 1 \
                and not was & REGIONAL_ONLY:
            return None
        change = [(new is None) - (old is None), 0, 0, 0, 0, 0]
        for at, bit, holds in (WITHOUT, REGIONAL, has_regional), (DISSIMILAR, SIMILAR, is_counted):
            if holds:
                change[at] = any(kinds[one] & bit for one in members) - any(
                    kind & bit for kind in after)
        if self.space.forbids_mutual:
            change[MUTUAL] = self.mutual(state, new) - self.mutual(state, old)
        return change

    def mutual(self, state, reviewer):
        place = self.space.place.get(reviewer)
        return place is not None and state in self.sets[place]

    def accepts(self, change):
        counts = [count + more for count, more in zip(self.counts, change)]
        more = self.measure(counts) - self.excess
        if more > 0 and not self.words.zero(more * self.space.bits):
            return False
        self.counts, self.excess = counts, self.excess + more
        return True

    def perform(self, review, old, new):
        members = self.sets[review]
        if old is not None:
            members.remove(old)
            self.does[old].remove(review)
            self.loads[old] -= 1
        if new is not None:
            members.append(new)
            members.sort()
            self.does[new].append(review)
            self.loads[new] += 1

    def outcome(self):
        return {review[0]: [*members] for review, members in zip(self.space.reviews, self.sets)}


def trial(space):
    """The K of the last round of the trial chains, and the sweeps of the slowest pair."""
    chains, length = [Chain(space, f"trial {number}") for number in range(1, TRIALS + 1)], 256
    while True:
        tallies = []
        for chain in chains:
            tally = {}
            for _ in range(length):
                chain.lawful(1)
                for review, members in enumerate(chain.sets):
                    for reviewer in members:
                        tally[review, reviewer] = tally.get((review, reviewer), 0) + 1
            tallies.append(tally)
        slowest = 1
        for pair in {pair for tally in tallies for pair in tally}:
            counts = [tally.get(pair, 0) for tally in tallies]
            total, all_of_them = sum(counts), TRIALS * length
            if total < all_of_them:
                scatter = sum((TRIALS * count - total) ** 2 for count in counts)
                even = (TRIALS - 1) * total * (all_of_them - total)
                slowest = max(slowest, -(-scatter * length // even))
        if length >= 4 * slowest:
            return length, slowest
        length *= 2


def no_chain(space):
    if space.prices:
        raise ValueError("there are too many outcomes to draw from, with supplementary reviewers")


def draw(space, seed, draw_index):
    """What a uniform draw records, and its outcome. draw_index: of a key, a counter and a size."""
    try:
        outcomes = Outcomes(space)
    except Uncountable:
        no_chain(space)
        burn_in, chain = 2 * trial(space)[0], Chain(space, seed)
        chain.lawful(burn_in)
        return {"lawful_sweeps": burn_in, "sweeps": chain.sweeps,
                "blocks": chain.words.blocks}, chain.outcome()
    number, blocks = draw_index(sha256(seed.encode()).digest(), 0, outcomes.count)
    return {"outcomes": str(outcomes.count), "number": str(number),
            "blocks": blocks}, outcomes.outcome(number)


def tickets(space, seed, count, draw_index):
    """What a list of tickets records of its way, and its outcomes."""
    drawn = []
    try:
        outcomes = Outcomes(space)
    except Uncountable:
        no_chain(space)
        (length, slowest), chain = trial(space), Chain(space, seed)
        for number in range(count):
            chain.lawful(4 * slowest if number else 2 * length)
            drawn.append(chain.outcome())
        return {}, drawn
    key, counter = sha256(seed.encode()).digest(), 0
    for _ in range(count):
        number, counter = draw_index(key, counter, outcomes.count)
        drawn.append(outcomes.outcome(number))
    return {"outcomes": str(outcomes.count)}, drawn
