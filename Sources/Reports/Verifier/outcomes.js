"use strict";
// Years that are drawn as a whole: uniform outcomes and tickets.

Object.assign(Verifier.prototype, {
  /** A year drawn by the method uniform: that the outcome is lawful, not that the seed draws it. */
  *uniform() {
    const event = this.lines.take("uniform", { draw: this.draw, year: this.cycle.yearsDrawn });
    const counted = event.outcomes !== undefined;
    check(counted === (event.number !== undefined) && counted === (event.sweeps === undefined)
      && counted === (event.lawful_sweeps === undefined),
      "uniform: it has outcomes and number, or else the sweeps of a chain");
    if (counted) {
      check(event.outcomes !== "0", "there are no outcomes");
      const number = this.seed.index(event.outcomes);
      check(event.number === String(number) && event.blocks === this.seed.counter,
        "the seed gives another number");
    }
    this.unchecked.add("that each seed draws the outcome of its uniform year "
      + "(verify.py --chains and `peerlots verify` do)");
    yield* this.settle(event);
  },

  list() {
    const year = this.cycle.yearsDrawn + 1;
    check(this.draw === `tickets year ${year}` && !this.tickets, "no list of tickets is due");
    this.drew = true;
    const event = this.lines.take("tickets", { draw: this.draw });
    this.tickets = { count: event.count, basis: this.basis() };
    this.unchecked.add("lists of tickets (verify.py --chains and `peerlots verify` do)");
    return this.report(event, `a list of ${event.count} tickets, with the hash ${event.sha256}`);
  },

  *ticket() {
    const { cycle } = this;
    check(this.tickets, "no tickets are published");
    cycle.yearsDrawn++;
    cycle.counts.set("year", cycle.yearsDrawn);
    const draw = `year ${cycle.yearsDrawn}`;
    this.command = draw;
    this.begin(draw, this.expected(draw, "tickets"), null);
    const event = this.lines.take("ticket", { draw });
    check(event.ticket < this.tickets.count, "the list has no such ticket");
    this.tickets = null;
    yield* this.settle(event);
  },

  /** Seats the reviewers of an outcome; then the waiver lines that it costs. */
  *settle(event) {
    const { cycle } = this;
    if (cycle.toDraw.size)
      throw new Unknown("this page does not know uniform outcomes beside reviews drawn elsewhere");
    const year = cycle.yearsDrawn;
    const states = cycle.planned(year).filter((state) => !cycle.seats.has(state));
    check(event.outcome.map((entry) => entry.under_review).join() === states.join(),
      "the outcome is not of the States of the year");
    const waivers = [];
    for (const { under_review: state, reviewers } of event.outcome) {
      const kinds = cycle.seatKinds(state), held = new Map();
      cycle.layout.set(state, kinds);
      cycle.seats.set(state, held);
      const areSupplemented = cycle.rules.reviewers.protocols === "supplement";
      check(reviewers.length <= kinds.length * (areSupplemented ? 2 : 1),
        `${state} has too many reviewers`);
      check(reviewers.every((other) => cycle.record.has(other)), `${state}: there is no such State`);
      const { region } = cycle.record.get(state);
      const regional = kinds.filter((kind) => kind === cycle.same).length;
      const counted = regional > 0 && cycle.countsSystem(state, cycle.same);
      const given = this.give(state, kinds, reviewers,
        areSupplemented ? { all: cycle.loads(), year: cycle.loads(year) } : null);
      for (const [other, kind, one] of given ?? reviewers.map((other) => [other, cycle.last])) {
        const loads = { all: cycle.loads(), year: cycle.loads(year) };
        const need = one === undefined ? [] : cycle.lacking(state, one);
        const reason = cycle.unfit(state, other, kind, loads, need);
        check(!reason, `${other} may not review ${state}: ${reason}`);
        held.set(other, kind);
      }
      check(given, `${state}: these reviewers cannot sit`);
      const extras = new Map(given.filter((one) => one.length > 2).map(([extra,, one]) =>
        [one, extra]));
      const own = new Map(given.filter(([one, kind]) => kind !== EXTRA
        && cycle.lacking(state, one).length).map(([one]) => [one, extras.get(one) ?? null]));
      cycle.supplements.set(state, own);
      const group = given.filter(([, kind]) => kind === cycle.same).map(([other]) => other);
      for (let n = group.length; n < regional; n++) {
        waivers.push(["same_region", state,
          `the outcome drawn has no reviewer of ${region} for it`]);
        if (counted) waivers.push(["legal_system", state, unlike(undefined)]);
      }
      for (const other of group)
        if (counted && !cycle.similar(state, other))
          waivers.push(["legal_system", state, unlike(other), other]);
      for (let n = reviewers.length - extras.size; n < kinds.length; n++)
        waivers.push(["seat", state, "the outcome drawn leaves the seat empty"]);
      for (const one of own.keys())
        if (own.get(one) === null)
          waivers.push(["supplement", state, "the outcome drawn has no State party to "
            + `${cycle.lacking(state, one).join(", ")} to supplement ${one}`]);
    }
    const reports = waivers.map((waiver) => this.waive(...waiver));
    yield this.proveBest(event, `year ${year} is drawn as a whole`);
    yield* reports;
  },

  /**
   * The cheapest way to give reviewers these seats, in the order in which they are drawn, then the
   * supplementary ones; of equal ways the one that gives a seat to the first reviewer, in a seat of
   * the group a similar one first. Reviewer, kind, and whom it supplements; null: there is no way.
   * `loads` are given where there are supplementary seats.
   */
  give(state, kinds, reviewers, loads) {
    const { cycle } = this, rules = cycle.rules.waivers, known = new Map();
    const apart = loads && cycle.rules.reviewers.distinct_groups;
    const region = (one) => cycle.record.get(one).region;
    const dearer = (one, other) => {
      const place = one.findIndex((count, at) => count !== other[at]);
      return place >= 0 && one[place] > other[place];
    };
    // owed: for whom supplementary seats are to be given; groups: of those who sit.
    const ways = (...left) => {
      const key = left.map((one) => one.join()).join(" ");
      if (!known.has(key)) known.set(key, cheapest(...left));
      return known.get(key);
    };
    const cheapest = ([kind, ...rest], others, owed, groups) => {
      if (kind === undefined && owed.length) return supplement(others, owed, groups);
      if (kind === undefined) return others.length ? null : { pairs: [], price: rules.map(() => 0) };
      const same = kind === cycle.same, counted = same && cycle.countsSystem(state, kind);
      const isUnlike = (other) => counted && !cycle.similar(state, other);
      const inTurn = [...others.filter((one) => !isUnlike(one)), ...others.filter(isUnlike)];
      const fits = (other) => !groups.includes(region(other))
        && !cycle.unfit(state, other, kind, loads);
      const tries = inTurn.filter(fits).map((other) => [
        isUnlike(other) ? ["legal_system"] : [], [[other, kind]], rest,
        others.filter((one) => one !== other),
        cycle.lacking(state, other).length ? [...owed, other] : owed,
        apart && region(other) ? sorted([...groups, region(other)]) : groups]);
      tries.push(same
        ? [["same_region", ...counted ? ["legal_system"] : []], [], [cycle.last, ...rest], others,
          owed, groups]
        : [["seat"], [], rest, others, owed, groups]);
      return best(tries);
    };
    const supplement = (others, [one, ...owed], groups) => {
      const need = cycle.lacking(state, one);
      const tries = others.filter((other) => !cycle.unfit(state, other, EXTRA, loads, need))
        .map((other) => [[], [[other, EXTRA, one]], [], others.filter((it) => it !== other), owed,
          groups]);
      return best([...tries, [["supplement"], [], [], others, owed, groups]]);
    };
    const best = (tries) => {
      let best = null;
      for (const [waived, first, ...left] of tries) {
        const way = waived.every((rule) => rules.includes(rule)) && ways(...left);
        if (!way) continue;
        const price = way.price.map((count, at) => count + waived.includes(rules[at]));
        if (!best || dearer(best.price, price)) best = { pairs: [...first, ...way.pairs], price };
      }
      return best;
    };
    return ways(kinds, reviewers, [], [])?.pairs ?? null;
  },

  /** All that a list of tickets rests on: it lapses when this changes. */
  basis() {
    const { cycle } = this;
    const row = ({ name, languages, year, ...rest }) => rest;
    return JSON.stringify([
      { ...cycle.rules, name: "", source: "", redraws: null }, cycle.best,
      [...cycle.members.values()].map(row), [...cycle.yearOf].sort(inTurn),
      sorted(cycle.seats.keys()).map((state) => [state, sorted(cycle.seats.get(state).keys())]),
      sorted(cycle.stoodDown), sorted(cycle.conflicts), sorted(cycle.exclusions),
      WAIVERS.map((rule) => [...cycle.waived.get(rule)].sort(inTurn))]);
  },
});
