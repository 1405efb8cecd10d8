"use strict";
// Limits of a moment: the reviews of a reviewer in a year, and sets of States of whom no two may sit
// on one review (page Proofs).

Object.assign(Moment.prototype, {
  layLimits(cycle, sets) {
    const { count } = this;
    const { distinct_groups: distinct } = cycle.rules.reviewers;
    this.sets = sets;
    this.limits = new Map();  // those with a price
    this.limitsOf = new Map();  // of a State under review or a reviewer: its limits
    this.perYear = cycle.rules.loads.per_year;
    this.year = new Int32Array(count);  // 0 for none
    this.beside = new Map();  // reviewers drawn, of a State under review
    for (const i of this.under) {
      const state = this.states[i];
      this.year[i] = cycle.yearOf.get(state) || 0;
      this.beside.set(i, new Set([...(cycle.seats.get(state)?.keys() || [])]
        .map((other) => this.states.indexOf(other))));
    }
    this.done = new Map([[0, new Map()]]);  // of a year: reviews drawn, by code
    for (const year of this.year) if (!this.done.has(year)) this.done.set(year, cycle.loads(year));
    this.regions = this.states.map((state) =>
      distinct ? cycle.record.get(state)?.region || "" : "");
    this.exclusions = cycle.exclusions;
    this.haveApart = distinct || cycle.exclusions.size > 0;
  },

  areApart(j, k) {
    return j !== k && (this.regions[j] !== "" && this.regions[j] === this.regions[k]
      || this.exclusions.has(`${this.states[j]} ${this.states[k]}`));
  },

  /** The reviews that a State may still do in a year. */
  spare(j, year) { return this.perYear - (this.done.get(year).get(this.states[j]) || 0); },

  limitOfYear(j, year) {
    check(year > 0 && this.done.has(year) && this.reviews[j], "a price of no such year");
    return this.limit(`${j} in ${year}`, j, { j, year });
  },

  limitOfSet(i, set) {
    check(this.beside.has(i), "a price of a set for a State that has no seat left");
    const members = [...this.sets[set]];
    members.forEach((j, at) => members.slice(0, at).forEach((k) =>
      check(this.areApart(j, k), "two of a set may sit together")));
    return this.limit(`${i} of ${set}`, i, { i, set });
  },

  limit(name, state, limit) {
    if (!this.limits.has(name)) {
      const vector = () => new Float64Array(this.width);
      this.limits.set(name, { ...limit, price: vector(), part: vector() });
      this.limitsOf.set(state, [...(this.limitsOf.get(state) || []), this.limits.get(name)]);
    }
    return this.limits.get(name);
  },

  /** What the limits with a price add to the value of a pair. */
  addLimits(i, j, vector) {
    const add = ({ price }) => {
      for (let entry = 0; entry < this.width; entry++) vector[entry] += price[entry];
    };
    for (const limit of this.limitsOf.get(i) || [])
      if (limit.set !== undefined && this.sets[limit.set].has(j)) add(limit);
    for (const limit of this.limitsOf.get(j) || [])
      if (limit.year !== undefined && limit.year === this.year[i]) add(limit);
  },

  /** Sets the price of a limit; gives the one before. */
  priceLimit(limit, vector) {
    const before = limit.price;
    limit.price = Float64Array.from(vector);
    this.refreshLimit(limit);
    const { i, j, year, set } = limit;
    if (set === undefined) {
      for (const k of this.under) if (this.year[k] === year) this.refreshPair(k, j);
    } else for (const k of this.sets[set]) if (this.reviews[k]) this.refreshPair(i, k);
    return before;
  },

  /** The part of a limit: 0, or less its price for each review that it lets through. */
  refreshLimit(limit) {
    const { width } = this;
    const none = new Float64Array(width);
    let most = limit.set === undefined ? Math.max(0, this.spare(limit.j, limit.year)) : 1;
    if (limit.set !== undefined)
      for (const j of this.beside.get(limit.i)) if (this.sets[limit.set].has(j)) most = 0;
    if (order(limit.price, 0, none, 0, width) < 0) most = 0;
    const part = limit.price.map((entry) => -most * entry);
    this.setPart(limit.part, 0, part);
  },

  /** A reviewer is drawn for a State: who may not sit beside it is out, and the year counts it. */
  sitsBeside(i, j) {
    const { count } = this, year = this.year[i];
    this.beside.get(i).add(j);
    if (this.haveApart)
      for (const k of this.reviewers) if (this.areApart(j, k)) this.options[i * count + k] = 0;
    for (const limit of this.limitsOf.get(i) || [])
      if (limit.set !== undefined) this.refreshLimit(limit);
    if (!year) return;
    const done = this.done.get(year);
    done.set(this.states[j], (done.get(this.states[j]) || 0) + 1);
    if (this.spare(j, year) <= 0)
      for (const k of this.under) if (this.year[k] === year) this.options[k * count + j] = 0;
    for (const limit of this.limitsOf.get(j) || [])
      if (limit.year === year) this.refreshLimit(limit);
  },
});
