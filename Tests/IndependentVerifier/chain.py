"""The uniform chain of PeerLots, written from its documentation (Uniform), sharing no code with it.

Used by verify.py for ledgers with uniform draws or tickets. Slow where the membership is large: a
year of 192 States takes some minutes, a thousand tickets of it an hour.
"""
from hashlib import sha256

REGIONAL, SIMILAR, REGIONAL_ONLY = 2, 4, 8
EMPTY, WITHOUT, MISSING, DISSIMILAR, OVERLOAD, MUTUAL = range(6)


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
    minimum load."""

    def __init__(self, reviews, loads, due, minimum, maximum, forbids_mutual, allowance):
        self.reviews, self.loads, self.due = reviews, loads, due
        self.minimum, self.maximum, self.forbids_mutual = minimum, maximum, forbids_mutual
        self.allowance = [*allowance, 0, 0]
        self.place = {review[0]: number for number, review in enumerate(reviews)}
        self.candidates = [sorted(review[4]) for review in reviews]
        doublings = max(0, len(reviews) - 1).bit_length()
        self.bits = max(1, (5 * doublings + 3) // 4)


class Chain:
    def __init__(self, space, seed):
        self.space, self.words = space, Words(seed)
        self.sets = [[] for _ in space.reviews]
        self.loads, self.does = dict(space.loads), {state: [] for state in space.loads}
        self.counts = [sum(review[1] for review in space.reviews),
                       sum(review[2] for review in space.reviews),
                       sum(max(0, space.minimum[state] - space.loads[state]) for state in space.due),
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
    """The K of the last round of the eight trial chains, and the sweeps of the slowest pair."""
    chains, length = [Chain(space, f"trial {number}") for number in range(1, 9)], 1024
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
            total = sum(counts)
            if total < 8 * length:
                scatter = sum((8 * count - total) ** 2 for count in counts)
                slowest = max(slowest, -(-scatter * length // (7 * total * (8 * length - total))))
        if length >= 4 * slowest:
            return length, slowest
        length *= 2


def draw(space, seed):
    """What a uniform draw records: its lawful sweeps, sweeps, blocks, and its outcome."""
    burn_in, chain = 2 * trial(space)[0], Chain(space, seed)
    chain.lawful(burn_in)
    return burn_in, chain.sweeps, chain.words.blocks, chain.outcome()


def tickets(space, seed, count):
    """The outcomes of a list of tickets."""
    (length, spacing), chain, outcomes = trial(space), Chain(space, seed), []
    for number in range(count):
        chain.lawful(spacing if number else 2 * length)
        outcomes.append(chain.outcome())
    return outcomes
