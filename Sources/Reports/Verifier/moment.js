"use strict";
// What is left to draw at a moment, with a completion of it and prices (page Proofs).

/** Whether a vector of n entries is before another: negative, 0 or positive. */
function order(one, at, other, from, n) {
  for (let entry = 0; entry < n; entry++) {
    const difference = one[at + entry] - other[from + entry];
    if (difference) return difference;
  }
  return 0;
}

/**
 * States are numbers, those of the file of proofs; seats are numbers i·kinds + kind; pairs are
 * numbers i·states + j. A vector is a run of `width` numbers in an array.
 */
class Moment {
  constructor(cycle, numbers, sets, vacated, free) {
    const { rules, kinds } = cycle;
    const count = this.count = numbers.size;
    this.cycle = cycle;
    this.states = [...numbers.keys()];
    this.kinds = kinds.length;
    this.last = cycle.last;
    this.same = cycle.same;
    check(this.same !== this.last, "seats of the last kind are of the group: not provable");
    check(count <= 3000, "there are too many States for this page");
    this.mutual = rules.reviewers.mutual_reviews === "forbidden";
    this.width = rules.waivers.length + 2;
    const place = (rule) => rules.waivers.indexOf(rule) + 1;  // 0 where it is not listed
    this.place = Object.fromEntries(WAIVERS.map((rule) => [rule, place(rule)]));

    this.left = new Int32Array(count * this.kinds);  // seats left, of each State and kind
    this.counted = new Uint8Array(count);  // whether λ is not 0
    this.under = [];
    const states = cycle.selected ? [...cycle.yearOf.keys()]
      : [...new Set([...cycle.yearOf.keys(), ...cycle.reviewed])]
        .filter((state) => !cycle.carriedOver.has(state));
    const due = new Map(states.filter((state) => !cycle.seats.has(state))
      .map((state) => [state, cycle.seatKinds(state)]));
    for (const [state, itsKinds] of [...cycle.toDraw, ...vacated]) due.set(state, itsKinds);
    for (const [state, itsKinds] of due) {
      const i = numbers.get(state);
      this.under.push(i);
      for (const kind of itsKinds) this.left[i * this.kinds + kind]++;
      this.counted[i] = this.seatsOfGroup(i) && cycle.countsSystem(state, this.same) ? 1 : 0;
    }

    const all = cycle.loads();
    this.room = new Int32Array(count * 3);  // reviews it may do; lacks below minimum, target
    this.reviews = new Uint8Array(count);  // whether it is a reviewer
    this.reviewers = [];
    for (const [state, row] of cycle.members) {
      if (!row.reviewer) continue;
      const j = numbers.get(state), done = all.get(state) || 0, most = cycle.most(row);
      this.reviews[j] = 1;
      this.reviewers.push(j);
      const inAll = Math.min(most, rules.loads.per_year * rules.cycle.years);
      this.room.set([inAll - done, cycle.least(row) - done,
        Math.min(rules.loads.target, most) - done], j * 3);
    }

    this.layLimits(cycle, sets);
    this.options = new Uint8Array(count * count);  // bits of the kinds in which j may review i
    this.bonus = new Uint8Array(count * count);  // whether kind `same` has the bonus λ
    const excluded = cycle.excluded;
    if (free) cycle.excluded = new Map();
    for (const i of this.under)
      for (const j of this.reviewers) {
        const state = this.states[i], other = this.states[j];
        const loads = { all, year: this.done.get(this.year[i]) };
        let bits = 0;
        if (this.room[j * 3] <= 0) continue;
        for (let kind = 0; kind < this.kinds; kind++)
          if (this.hasSeat(i, kind) && !cycle.unfit(state, other, kind, loads)) bits |= 1 << kind;
        this.options[i * count + j] = bits;
        if (bits && this.counted[i] && cycle.similar(state, other)) this.bonus[i * count + j] = 1;
      }
    cycle.excluded = excluded;

    const vectors = (number) => new Float64Array(number * this.width);
    this.asks = vectors(count);
    this.offers = vectors(count * this.kinds);
    this.ofState = vectors(count);  // f
    this.ofReviewer = vectors(count);  // g
    this.ofPair = vectors(count * count);  // h
    this.bound = vectors(1);
    this.scratch = Array.from({ length: 4 }, () => vectors(1));
    this.out = new Uint8Array(count * count);  // options taken out by branches
    for (const i of this.under) this.refreshState(i);
    for (const j of this.reviewers) this.refreshReviewer(j);
    // Without prices and with a bonus a value is below 0: pairs count from the beginning.
    for (const i of this.under) for (const j of this.reviewers) this.refreshPair(i, j);

    this.held = new Int8Array(count * count).fill(-1);  // the completion: kinds, -1 for none
    const ofEach = () => Array.from({ length: count }, () => new Set());
    this.holders = ofEach();  // who holds seats of a State
    this.seatsOf = ofEach();  // of which States a reviewer holds seats
    this.load = new Int32Array(count);
    this.seatsHeld = new Int32Array(count * this.kinds);
    this.bonuses = new Int32Array(count);
    this.total = vectors(1);
    for (const i of this.under) this.countState(i, 1);
    for (const j of this.reviewers) this.countReviewer(j, 1);
  }

  seatsOfGroup(i) { return this.same < 0 ? 0 : this.left[i * this.kinds + this.same]; }
  hasSeat(i, kind) {
    return this.left[i * this.kinds + kind] > 0 || kind === this.last && this.seatsOfGroup(i) > 0;
  }

  // Bounds.

  /** The bound changes with a part that gets another least value. */
  setPart(parts, at, least) {
    for (let entry = 0; entry < this.width; entry++) {
      this.bound[entry] += least[entry] - parts[at * this.width + entry];
      parts[at * this.width + entry] = least[entry];
    }
  }

  /** f: the least of c(i) + Σ q(i, k) x(k). */
  refreshState(i) {
    const { width, kinds, last, same, place } = this;
    const [least, gain, other, found] = this.scratch;
    const first = i * kinds, ofGroup = this.seatsOfGroup(i);
    const zero = (vector) => vector.fill(0);
    // What so many seats of a kind add to the cost, against leaving them empty.
    const add = (vector, kind, number) => {
      for (let entry = 0; entry < width; entry++)
        vector[entry] += number * this.offers[(first + kind) * width + entry];
      vector[place.seat] -= number;
      if (kind === same) vector[place.same_region] -= number;
    };
    const smaller = (vector) => { if (order(vector, 0, found, 0, width) < 0) found.set(vector); };
    zero(least);
    for (let kind = 0; kind < kinds; kind++) {
      const number = this.left[first + kind];
      least[place.seat] += number;
      if (kind === last || kind === same || !number) continue;
      zero(gain);
      add(gain, kind, number);
      if (order(gain, 0, zero(other), 0, width) < 0)
        for (let entry = 0; entry < width; entry++) least[entry] += gain[entry];
    }
    least[place.same_region] += ofGroup;
    if (this.counted[i]) least[place.legal_system] += ofGroup;
    zero(found);
    const ofLast = this.left[first + last];
    for (const [group, open] of [[ofGroup, 0], [0, ofLast + ofGroup], [ofGroup, ofLast]]) {
      zero(gain);
      if (group) add(gain, same, group);
      if (open) add(gain, last, open);
      smaller(gain);
    }
    for (let entry = 0; entry < width; entry++) least[entry] += found[entry];
    this.setPart(this.ofState, i, least);
  }

  /** g: the least of d(j) − b(j) · y. */
  refreshReviewer(j) {
    const [least, one] = this.scratch;
    const [room, minimum, target] = this.room.subarray(j * 3, j * 3 + 3);
    const most = Math.max(0, room);
    let first = true;
    for (const y of [0, minimum, target, most]) {
      if (y < 0 || y > most) continue;
      for (let entry = 0; entry < this.width; entry++)
        one[entry] = -y * this.asks[j * this.width + entry];
      one[this.place.minimum_load] += Math.max(0, minimum - y);
      one[this.place.target_load] += Math.max(0, target - y);
      if (first || order(one, 0, least, 0, this.width) < 0) least.set(one);
      first = false;
    }
    this.setPart(this.ofReviewer, j, least);
  }

  /** v: the value of an option, into a vector. */
  value(i, kind, j, vector) {
    const { width } = this;
    const ask = j * width, offer = (i * this.kinds + kind) * width;
    for (let entry = 0; entry < width; entry++)
      vector[entry] = this.asks[ask + entry] - this.offers[offer + entry];
    if (kind === this.same && this.bonus[i * this.count + j]) vector[this.place.legal_system]--;
    if (this.limits.size) this.addLimits(i, j, vector);
  }

  /** The number of the pair to which (i, j) belongs. */
  pair(i, j) {
    return this.mutual && j < i ? j * this.count + i : i * this.count + j;
  }

  /** h: 0, or the least value of the options of a pair. */
  refreshPair(i, j) {
    const [least, one] = this.scratch;
    least.fill(0);
    for (let turn = 0; turn < (this.mutual ? 2 : 1); turn++) {
      const state = turn ? j : i, reviewer = turn ? i : j, at = state * this.count + reviewer;
      if (!this.options[at] || this.out[at]) continue;
      for (let kind = 0; kind < this.kinds; kind++) {
        if (!(this.options[at] >> kind & 1)) continue;
        this.value(state, kind, reviewer, one);
        if (order(one, 0, least, 0, this.width) < 0) least.set(one);
      }
    }
    this.setPart(this.ofPair, this.pair(i, j), least);
  }

  /** The pairs in which a State is. */
  refreshPairs(state) {
    if (this.reviews[state]) for (const i of this.under) this.refreshPair(i, state);
    for (const j of this.reviewers) this.refreshPair(state, j);
  }

  /** Sets prices, [[j, vector], …] and [[i, kind, vector], …]; gives those before. */
  price({ asks, offers, years, sets }) {
    const { width } = this;
    const swap = (prices, at, vector) => {
      const before = prices.slice(at * width, (at + 1) * width);
      prices.set(vector, at * width);
      return before;
    };
    const before = { asks: [], offers: [], years: [], sets: [] };
    const reviewers = new Set(), seats = new Set();
    for (const [j, vector] of asks) {
      before.asks.unshift([j, swap(this.asks, j, vector)]);
      if (this.reviews[j]) reviewers.add(j);
    }
    for (const [i, kind, vector] of offers) {
      check(kind >= 0 && kind < this.kinds, "a price of no kind of seat");
      before.offers.unshift([i, kind, swap(this.offers, i * this.kinds + kind, vector)]);
      seats.add(i);
    }
    for (const [j, year, vector] of years)
      before.years.unshift([j, year, this.priceLimit(this.limitOfYear(j, year), vector)]);
    for (const [i, set, vector] of sets)
      before.sets.unshift([i, set, this.priceLimit(this.limitOfSet(i, set), vector)]);
    for (const i of seats) {
      this.refreshState(i);
      for (const j of this.reviewers) if (!reviewers.has(j)) this.refreshPair(i, j);
    }
    for (const j of reviewers) {
      this.refreshReviewer(j);
      for (const i of this.under) this.refreshPair(i, j);
    }
    return before;
  }

  /** Whether all completions that hold this option cost more than a vector. */
  isAbove(i, kind, j, vector) {
    if (this.out[i * this.count + j]) return true;
    const one = this.scratch[0], part = this.pair(i, j) * this.width;
    this.value(i, kind, j, one);
    for (let entry = 0; entry < this.width; entry++)
      one[entry] += this.bound[entry] - this.ofPair[part + entry];
    return order(one, 0, vector, 0, this.width) > 0;
  }

  takeOut(i, j, out) {
    this.out[i * this.count + j] = out;
    if (this.options[i * this.count + j]) this.refreshPair(i, j);
  }

  /** Whether this holds at every leaf of a tree: prices, or a pair and two trees. */
  everyLeaf(tree, holds) {
    if (!tree.sides) {
      const before = this.price(tree);
      const right = holds();
      this.price(before);
      return right;
    }
    for (const one of tree.sides[0])
      for (const other of tree.sides[1])
        check(this.mutual && one[0] === other[1] && one[1] === other[0]
          || one[0] === other[0] && this.areApart(one[1], other[1]),
        "a branch on reviews that can take place together");
    return tree.sides.every((side, at) => {
      const before = side.map(([i, j]) => this.out[i * this.count + j]);
      for (const [i, j] of side) this.takeOut(i, j, 1);
      const right = this.everyLeaf(tree.cases[at], holds);
      side.forEach(([i, j], n) => this.takeOut(i, j, before[n]));
      return right;
    });
  }
}
