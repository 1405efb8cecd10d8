"use strict";
// A ledger from its first line to its last: every draw is done again. Each `yield` reports a step.

class Verifier {
  constructor(ledger, proofs) {
    this.lines = new Lines(ledger);
    this.cycle = new Cycle();
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
      for (const state of opened.carried) {
        check(cycle.members.get(state)?.reviewed, `carried: ${state} is not reviewed`);
        cycle.carried.add(state);
        cycle.yearOf.set(state, 1);
      }
      if (cycle.rules.selection.method === "given") {
        cycle.selected = true;
        for (const state of cycle.reviewed) {
          check(cycle.record.get(state).year, `${state} has no year`);
          cycle.yearOf.set(state, cycle.record.get(state).year);
        }
      }
      const costs = cycle.takeOver(opened.imported).map(([rule, state]) => this.waive(rule, state));
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
      check(!reason, `${state} may not be in the bowl: ${reason}`);
    }
    const index = Number(this.seed.index(event.bowl.length));
    check(event.index === index, `index is ${event.index}; the seed gives ${index}`);
    check(event.drawn === event.bowl[index], `drawn is ${event.drawn}, not ${event.bowl[index]}`);
    this.lots++;
    this.drew = true;
    const drawn = this.cycle.record.has(event.drawn) ? this.cycle.name(event.drawn) : event.drawn;
    const of = its.under_review || its.state;
    return [event.drawn, this.report(event, `${purpose}${of ? ` of ${this.cycle.name(of)}` : ""}: `
      + `${drawn}, number ${index + 1} of ${event.bowl.length}`)];
  }

  /** Takes the waiver line that is due. */
  waive(rule, state) {
    const { best } = this.cycle;
    check(rule in best, `${state} breaks ${rule}, which is never waived`);
    const event = this.lines.take("waiver", { rule, state });
    const lines = this.cycle.waived.get(rule);
    lines.set(state, (lines.get(state) || 0) + 1);
    check(this.cycle.waivedCount(rule) <= best[rule],
      `${rule} is waived more often than best says`);
    return this.report(event, `${rule} is waived for ${this.cycle.name(state)}: ${event.reason}`);
  }

  /** The selection (para. 14). */
  *selection() {
    const { cycle } = this;
    const { method } = cycle.rules.selection, years = cycle.rules.cycle.selected;
    check(method !== "given", "the years are given");
    cycle.counts.set("selection", 1);
    cycle.selected = true;
    const groups = new Map();
    for (const state of cycle.reviewed) {
      if (cycle.yearOf.has(state)) continue;
      const group = cycle.group(state);
      groups.set(group, [...(groups.get(group) || []), state]);
    }
    const names = sorted(groups.keys());
    const base = (name) => Math.floor(groups.get(name).length / years);
    const places = new Map(names.map((name) => [name, Array(years).fill(base(name))]));
    const totals = Array(years).fill(0);
    for (const name of names) for (let year = 0; year < years; year++) totals[year] += base(name);
    const extras = names.map((name) => groups.get(name).length % years);
    for (const [at, name] of names.entries()) {
      const has = Array(years).fill(false);
      for (let left = extras[at]; left > 0; left--) {
        const bowl = [];
        for (let year = 0; year < years; year++)
          if (!has[year] && canBeLevel(totals, has, left - 1, extras.slice(at + 1), year))
            bowl.push(String(year + 1));
        const [drawn, report] = this.lot("extra place", sorted(bowl), { region: name });
        yield report;
        const year = Number(drawn) - 1;
        has[year] = true;
        totals[year]++;
        places.get(name)[year]++;
      }
    }
    if (method === "alphabetical")
      for (const name of names) {
        const [first, report] = this.lot("first", groups.get(name), { region: name });
        yield report;
        const list = [...groups.get(name)].sort((one, other) =>
          inOrder(cycle.record.get(one).name, cycle.record.get(other).name) || inOrder(one, other));
        const at = list.indexOf(first);
        groups.set(name, [...list.slice(at), ...list.slice(0, at)]);
      }
    for (let year = 1; year <= years; year++)
      for (const name of names)
        for (let place = 0; place < places.get(name)[year - 1]; place++) {
          const states = groups.get(name);
          let state = states[0];
          if (method === "lots") {
            let report;
            [state, report] = this.lot("year", states, { region: name, year });
            yield report;
          }
          states.splice(states.indexOf(state), 1);
          cycle.yearOf.set(state, year);
        }
    const event = this.lines.peek();  // where per_year binds, a new best may be due
    if (event?.event === "amended" && !event.left.length && !event.joined.length
      && !event.renamed.length && !("membership" in event) && !("rulebook" in event)
      && !("conflicts" in event) && !("exclusions" in event)) {
      cycle.counts.set("amendment", cycle.count("amendment") + 1);
      yield this.proveBest(this.act("amended"), "the best vector with the years drawn");
    }
  }

  /** The reviewers of a year. */
  *year() {
    const { cycle } = this;
    cycle.yearsDrawn++;
    const year = cycle.yearsDrawn;
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
      cycle.layout.set(state, kinds);
      cycle.seats.set(state, new Map());
    }
    for (const kind of kinds) yield* this.drawSeat(state, kind);
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
      report = this.waive(rule, state);
    } else {
      [reviewer, report] = this.lot(
        `${cycle.kinds[kind].name} reviewer`, null, { year, under_review: state }, unfit);
      cycle.seats.get(state).set(reviewer, kind);
    }
    yield { ...report, proof, reviewer: true };
    if (cycle.countsSystem(state, kind) && !(reviewer && cycle.similar(state, reviewer)))
      yield this.waive("legal_system", state);
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
          yield this.waive(rule, state);
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
        if (cycle.imported.size) break;  // what was drawn elsewhere is kept, lawful or not
        check((done.get(state) || 0) <= cycle.most(cycle.record.get(state)),
          `${state} does more reviews than it may (para. 20)`);
        check(held.size + (cycle.waived.get("seat").get(state) || 0)
          === cycle.seatKinds(state).length, `${state} lacks a reviewer (para. 18)`);
        for (const [other, kind] of held) {
          const reason = cycle.unfit(state, other, kind);
          check(!reason, `${other} may not review ${state}: ${reason}`);
        }
      }
    }
    if (cycle.moved) return;
    const groups = new Set([...cycle.yearOf.keys()].map((state) => cycle.group(state)));
    for (const group of [null, ...groups]) {
      const sizes = [];
      for (let year = 1; year <= selected; year++)
        sizes.push(cycle.planned(year).filter((state) => !cycle.carried.has(state)
          && (group === null || cycle.group(state) === group)).length);
      check(Math.max(...sizes) - Math.min(...sizes) <= 1,
        `${group === null ? "the years" : group || "States of no group"}: out of proportion`);
    }
  }
}

/**
 * Whether the totals of the years can still be level if this year gets one more place, of a group
 * that then has `left` more for years without one, and later groups so many. Each place goes to the
 * emptiest year that may have it: if a level end is reached otherwise, exchanging the two keeps it.
 */
function canBeLevel(totals, has, left, later, year) {
  const ends = [...totals];
  ends[year]++;
  const groups = [[left, (other) => other === year || has[other]],
    ...later.map((places) => [places, () => false])];
  for (const [places, closed] of groups)
    ends.map((total, other) => [total, other]).filter(([, other]) => !closed(other))
      .sort((one, other) => one[0] - other[0]).slice(0, places)
      .forEach(([, other]) => { ends[other]++; });
  return Math.max(...ends) - Math.min(...ends) <= 1;
}
