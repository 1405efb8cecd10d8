"use strict";
// A ledger from its first line to its last: every draw is done again. Each `yield` reports a step.

class Verifier {
  constructor(ledger, proofs) {
    this.cycle = new Cycle();
    this.lines = new Lines(ledger, new Bowls(this.cycle));
    this.proofs = proofs;
    this.lots = 0;
    this.draws = [];  // what was drawn, from which seed, announced where
    this.announced = [];  // announcements in force
    this.texts = new Set();  // seeds and public texts that were used
    this.secrets = new Set();
    this.unchecked = new Set();
    this.unfinished = null;
    this.tickets = null;
    this.command = "opened";
  }

  /** The whole ledger; ends by a Fault where something is wrong. */
  *run() {
    try {
      check(this.lines.peek(), "the ledger is empty");
      const opened = this.lines.take("opened");
      const { cycle } = this;
      cycle.adopt(opened);
      if (cycle.rules.selection.method === "given") {
        cycle.selected = true;
        for (const state of cycle.reviewed) {
          const { year } = cycle.record.get(state);
          check(year && year <= cycle.rules.cycle.years, `${state} has no year of the cycle`);
          cycle.yearOf.set(state, year);
        }
      }
      for (const state of opened.carried) {
        check(cycle.members.get(state)?.reviewed, `carried: ${state} is not reviewed`);
        cycle.carried.add(state);
        cycle.yearOf.set(state, 1);
      }
      const costs = cycle.takeOver(opened.imported).map((waiver) => this.waive(...waiver));
      yield this.proveBest(opened, "the cycle is opened");
      yield* costs;
      while (this.lines.peek()) {
        yield* this.one();
        if (this.tickets && this.basis() !== this.tickets.basis) this.tickets = null;
        if (cycle.yearsDrawn === cycle.rules.cycle.years) yield* this.complete();
      }
    } catch (end) {
      if (!(end instanceof Unfinished)) throw end;
      this.unfinished = this.command;
    }
    this.proofs?.finish(this.lines.hash, this.cycle.codes);
  }

  /** One command. */
  *one() {
    const { cycle, lines } = this;
    const first = lines.peek();
    Object.assign(this, { seed: null, draw: null, drew: false, command: first.event });
    cycle.excluded = new Map();
    if (first.event === "announced") return yield this.announce();
    if (first.event === "withdrawn") return yield this.withdraw();
    if (first.event === "ticket") return yield* this.ticket();
    if (first.event === "seeded") {
      yield this.takeSeed();
      if (this.kind === "selection") return yield* this.selection();
      if (this.kind === "year") return yield* this.year();
      if (this.kind === "tickets year") return yield this.list();
    }
    const event = lines.due();
    const kinds = {
      redraw: "redraw", deferred: "deferral", "stood down": "stand-down", amended: "amendment",
    };
    check(Object.hasOwn(kinds, event.event), `the event ${event.event} has no place here`);
    const state = event.state;
    check(state === undefined || cycle.yearOf.has(state), `${state} is not under review`);
    const kind = kinds[event.event] + (state === undefined ? "" : ` ${state}`);
    const draw = `${kind} ${cycle.count(kind) + 1}`;
    cycle.counts.set(kind, cycle.count(kind) + 1);
    check(this.draw === null || this.draw === draw, `${this.draw} is another draw`);
    if (this.draw === null) this.begin(draw, this.expected(draw, "bowls"), null);
    const held = sorted(cycle.seats.get(state)?.keys() || []);
    if (event.event === "redraw") yield* this.redraw(state, held);
    if (event.event === "deferred") yield* this.defer(state, held);
    if (event.event === "stood down") yield* this.standDown(state);
    if (event.event === "amended") yield* this.amend();
    check(this.drew === (this.draw !== null), "a seed without a lot, or a lot without a seed");
  }

  report(event, what) { return { line: event.sequence + 1, event: event.event, what }; }

  /** Takes a lot. `bowl`: what it must be, or null where only `unfit` speaks. */
  lot(purpose, bowl, its, unfit = () => null) {
    check(this.seed, "a lot without a seed");
    const event = this.lines.take("lot", {
      draw: this.draw, purpose, counter: this.seed.counter, region: undefined, year: undefined,
      under_review: undefined, for: undefined, state: undefined, ...its,
      ...(bowl ? { bowl } : {}),
    });
    check(event.bowl.length > 0, "the bowl is empty");
    for (const state of event.bowl) {
      const reason = unfit(state);
      check(!reason, `${this.cycle.name(state)} may not be in the bowl: with it the State ${reason}`);
    }
    const index = Number(this.seed.index(event.bowl.length));
    check(event.index === index, `index is ${event.index}; the seed gives ${index}`);
    check(event.drawn === event.bowl[index], `drawn is ${event.drawn}, not ${event.bowl[index]}`);
    this.lastLot = event;
    this.lots++;
    this.drew = true;
    const drawn = this.cycle.record.has(event.drawn) ? this.cycle.name(event.drawn) : event.drawn;
    const of = its.under_review || its.state;
    return [event.drawn, this.report(event, `${purpose}${of ? ` of ${this.cycle.name(of)}` : ""}: `
      + `${drawn}, number ${index + 1} of ${event.bowl.length}`)];
  }

  /** Takes the waiver line that is due; `reason` is part of the format. */
  waive(rule, state, reason, reviewer) {
    const { best, unlike } = this.cycle;
    if (reviewer) unlike.set(state, (unlike.get(state) || new Set()).add(reviewer));
    check(rule in best, `${state} breaks ${rule}, which is never waived`);
    const event = this.lines.take("waiver", { rule, state, reason });
    const lines = this.cycle.waived.get(rule);
    lines.set(state, (lines.get(state) || 0) + 1);
    check(this.cycle.waivedCount(rule) <= best[rule],
      `${rule} is waived more often than best says`);
    return this.report(event, `${rule} is waived for ${this.cycle.name(state)}: ${event.reason}`);
  }

  /** The reviewers of a year. */
  *year() {
    const { cycle } = this;
    cycle.yearsDrawn++;
    const year = cycle.yearsDrawn;
    cycle.begun.set(year, cycle.kinds);
    for (const state of cycle.planned(year)) {
      cycle.ownSeats.delete(state);
      cycle.keepOwnSeats(state);
    }
    cycle.counts.set("year", year);
    if (this.method === "uniform") yield* this.uniform();
    const left = cycle.planned(year).filter((state) =>
      !cycle.seats.has(state) || cycle.toDraw.has(state));
    while (left.length) {
      const [state, report] = this.lot("turn", left, { year });
      yield report;
      left.splice(left.indexOf(state), 1);
      yield* this.drawReview(state);
    }
  }

  *drawReview(state) {
    const { cycle } = this;
    const kinds = cycle.toDraw.get(state) || cycle.seatKinds(state);
    if (!cycle.toDraw.delete(state)) {
      cycle.keepOwnSeats(state);
      cycle.layout.set(state, kinds);
      cycle.seats.set(state, new Map());
    }
    yield* this.drawSeats(state, kinds);
  }

  *drawSeats(state, kinds) {
    for (const kind of kinds) yield* this.drawSeat(state, kind);
    yield* this.supplement(state);
  }

  /** The lots of supplementary reviewers, or the waiver lines where a bowl is empty. */
  *supplement(state) {
    const { cycle } = this, year = cycle.yearOf.get(state);
    const owed = cycle.owed.get(state) || [];
    cycle.owed.delete(state);
    if (!cycle.supplements.has(state)) cycle.supplements.set(state, new Map());
    // One that was drawn elsewhere may lack nothing any more.
    for (const other of owed.filter((one) => cycle.lacking(state, one).length)) {
      this.drew = true;
      const need = cycle.lacking(state, other);
      const loads = { all: cycle.loads(), year: cycle.loads(year) };
      const event = this.lines.due();
      const proof = this.proofs?.noting(event, () =>
        check(false, "supplementary seats have no proofs"));
      let reviewer = null, report;
      if (event.event === "waiver") {
        report = this.waive("supplement", state, `no State party to ${need.join(", ")} can `
          + `supplement ${other} without costing a waiver as serious elsewhere`);
      } else {
        [reviewer, report] = this.lot("supplementary reviewer", null,
          { year, under_review: state, for: other },
          (one) => cycle.unfit(state, one, EXTRA, loads, need));
        cycle.seats.get(state).set(reviewer, EXTRA);
      }
      cycle.supplements.get(state).set(other, reviewer);
      yield { ...report, proof, reviewer: true };
    }
  }

  /** The lot of a seat, or the waiver lines that its empty bowl costs. */
  *drawSeat(state, kind) {
    const { cycle } = this;
    const year = cycle.yearOf.get(state);
    const loads = { all: cycle.loads(), year: cycle.loads(year) };
    const unfit = (other) => cycle.unfit(state, other, kind, loads);
    const rule = kind === cycle.same ? "same_region" : "seat";
    const event = this.lines.due();
    const proof = this.proofs?.bowl(cycle, event, state, kind, unfit);
    this.drew = true;
    let reviewer = null, report;
    if (event.event === "waiver" && event.rule === rule) {
      const of = kind === cycle.same ? ` of ${cycle.record.get(state).region}` : "";
      report = this.waive(rule, state,
        `no State${of} can take the seat without costing a waiver as serious elsewhere`);
    } else {
      [reviewer, report] = this.lot(
        `${cycle.kinds[kind].name} reviewer`, null, { year, under_review: state }, unfit);
      cycle.seats.get(state).set(reviewer, kind);
      if (cycle.lacking(state, reviewer).length)
        cycle.owed.set(state, [...cycle.owed.get(state) || [], reviewer]);
    }
    yield { ...report, proof, reviewer: true };
    if (cycle.countsSystem(state, kind) && !(reviewer && cycle.similar(state, reviewer)))
      yield this.waive("legal_system", state, unlike(reviewer), reviewer);
    if (!reviewer && kind === cycle.same) yield* this.drawSeat(state, cycle.last);
  }

  /** A report of an event that has a best vector, and the proof of that. */
  proveBest(event, what, vacated = new Map(), released = null) {
    const proof = this.proofs?.start(this.cycle, event, vacated, released);
    return { ...this.report(event, what), proof, best: true };
  }

  /** All is drawn: the waivers of loads that are due, then the rules on the outcome. */
  *complete() {
    const { cycle } = this;
    const { loads, waivers, cycle: { selected } } = cycle.rules;
    const done = cycle.loads();
    for (const rule of waivers.filter((one) => LOAD_WAIVERS.includes(one)))
      for (const [state, row] of cycle.members) {
        const due = rule === "minimum_load" ? cycle.least(row)
          : Math.min(loads.target, cycle.most(row));
        for (let n = done.get(state) || 0; row.reviewer && n < due; n++)
          yield this.waive(rule, state, `it does ${done.get(state) || 0} of the ${due} `
            + `${due === 1 ? "review" : "reviews"} due`);
      }
    for (const rule of waivers)
      check(cycle.waivedCount(rule) === cycle.best[rule],
        `the waiver lines of ${rule} do not add up to best`);
    const drawn = new Set(cycle.seats.keys());
    check(sorted(drawn).join() === sorted(cycle.yearOf.keys()).join(),
      "not every State under review has its reviewers (para. 12)");
    if (!cycle.amended) {
      check(sorted([...drawn, ...cycle.carriedOver]).join() === sorted(cycle.reviewed).join(),
        "not every State is reviewed exactly once (paras. 12, 13)");
      for (const [state, held] of cycle.seats) {
        check((done.get(state) || 0) <= Math.max(cycle.most(cycle.record.get(state)),
          cycle.before.get(state) || 0),
          `${state} does more reviews than it may (para. 20)`);
        if (cycle.imported.has(state)) continue;  // kept, lawful or not
        const kinds = [...held.values()].filter((kind) => kind !== EXTRA);
        check(kinds.length + (cycle.waived.get("seat").get(state) || 0)
          === cycle.seatKinds(state).length, `${state} lacks a reviewer (para. 18)`);
        const without = [...cycle.supplements.get(state)?.values() || []]
          .filter((one) => one === null);
        check(without.length === (cycle.waived.get("supplement").get(state) || 0),
          `${state}: a supplementary seat is empty without its waiver`);
        for (const [other, kind] of held) {
          const reason = cycle.unfit(state, other, kind);
          check(!reason, `${other} may not review ${state}: ${reason}`);
        }
      }
    }
    if (cycle.moved || cycle.rules.selection.method === "given") return;
    const groups = new Set([...cycle.yearOf.keys()].map((state) => cycle.group(state)));
    for (const group of [null, ...groups]) {
      const sizes = [];
      for (let year = 1; year <= selected; year++)
        sizes.push(cycle.planned(year).filter((state) => !cycle.carried.has(state)
          && !cycle.imported.has(state)
          && (group === null || cycle.group(state) === group)).length);
      check(Math.max(...sizes) - Math.min(...sizes) <= 1,
        `${group === null ? "the years" : group || "States of no group"}: out of proportion`);
    }
  }
}
