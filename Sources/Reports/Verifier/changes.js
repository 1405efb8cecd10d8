"use strict";
// Seeds and announcements, and what happens between draws.

/** The kind of a draw ("redraw KEN"), its number, and its State, if any. */
function partsOf(draw) {
  const at = draw.lastIndexOf(" ");
  if (at < 0) return { kind: draw, number: 1, state: null };
  const kind = draw.slice(0, at);
  const state = /^(?:redraw|deferral|stand-down) /.test(kind) ? kind.split(" ")[1] : null;
  return { kind, number: Number(draw.slice(at + 1)), state };
}

const METHODS = { year: ["bowls", "uniform", "tickets"], "tickets year": ["tickets"] };
const methodsOf = (kind) => METHODS[kind] || ["bowls"];
/** Rules whose waivers are void where all reviewers of a State are released. */
const REVIEW_WAIVERS = WAIVERS.filter((rule) => !LOAD_WAIVERS.includes(rule));

Object.assign(Verifier.prototype, {
  announce() {
    const { cycle } = this;
    const event = this.lines.take("announced");
    const { kind, number, state } = partsOf(event.draw);
    const coming = this.announced.filter((one) => partsOf(one.draw).kind === kind).length;
    check(kind.endsWith("year") ? number <= cycle.rules.cycle.years && number > cycle.yearsDrawn
      : number === cycle.count(kind) + coming + 1, `${event.draw} cannot come: it is not the next`);
    check(!state || cycle.yearOf.has(state)
      || !cycle.selected && cycle.record.get(state)?.reviewed, `${state} is not under review`);
    check(!this.announced.some((one) => one.draw === event.draw), "it is announced already");
    check(methodsOf(kind).includes(event.method), "this draw has no such method");
    if (event.commitment) {
      check(!this.secrets.has(event.commitment), "the secret was committed to before");
      this.secrets.add(event.commitment);
    }
    this.announced.push(event);
    return this.report(event, `${event.draw} is announced; the public text comes from: `
      + event.source);
  },

  withdraw() {
    const event = this.lines.take("withdrawn");
    const at = this.announced.findIndex((one) => one.draw === event.draw);
    check(at >= 0, "no such announcement is in force");
    this.announced.splice(at, 1);
    return this.report(event, `the announcement of ${event.draw} is withdrawn: ${event.reason}`);
  },

  /** The announcement of a draw that begins, or null; nothing but what is announced may begin. */
  expected(draw, method) {
    if (!this.announced.length) return null;
    const [first] = this.announced;
    check(first.draw === draw, `${first.draw} is announced, and ${draw} is drawn`);
    check(first.method === method, "it was announced with another method");
    return this.announced.shift();
  },

  begin(draw, announcement, seed) {
    const announced = announcement ? announcement.sequence + 1 : null;
    this.draws.push({ draw, seed, line: this.lines.taken, announced });
  },

  takeSeed() {
    const { cycle } = this;
    const event = this.lines.take("seeded");
    const { kind, number } = partsOf(event.draw);
    const method = event.method || "bowls";
    Object.assign(this, { draw: event.draw, command: event.draw, kind, method });
    check(kind !== "year" || number <= cycle.rules.cycle.years, "the cycle has no such year");
    check(kind === "tickets year" || number === cycle.count(kind) + 1, "it is not the next draw");
    check(!kind.endsWith("year") || cycle.selected, "the selection comes first");
    const announcement = this.expected(event.draw, method);
    check(methodsOf(kind).includes(method) && !(kind === "year" && method === "tickets"),
      "this draw has no such method");
    check(kind !== "year" || !this.tickets, "a ticket is to be drawn");
    const commitment = announcement?.commitment;
    check(event.commitment === commitment, "the commitment is not that of the announcement");
    check((event.public === undefined) === (commitment === undefined),
      "a public text stands with a commitment only");
    if (commitment) {
      const at = event.seed.indexOf("/");
      const secret = event.seed.slice(0, Math.max(at, 0));
      check(at >= 16 && event.seed.slice(at + 1) === event.public,
        "the seed is not a secret of 16 characters or more, a slash, and the public text");
      SEED(secret, "the secret");
      check(hex(sha256(utf8(secret))) === commitment, "the secret is not the one committed to");
    }
    for (const one of new Set([event.seed, event.public ?? event.seed])) {
      check(!this.texts.has(one), "the seed or public text was used before");
      this.texts.add(one);
    }
    this.begin(event.draw, announcement, event.seed);
    this.seedText = event.seed;
    this.seed = new Lots(event.seed);
    return this.report(event, `${event.draw} is drawn from the seed ${JSON.stringify(event.seed)}`);
  },

  /** Takes the event that says what is done; the waivers of loads are void from there. */
  act(name, fields) {
    const event = this.lines.take(name, fields);
    for (const rule of LOAD_WAIVERS) this.cycle.waived.get(rule).clear();
    this.cycle.adopt(event);
    return event;
  },

  *redraw(state, held) {
    const { cycle } = this;
    const { only } = this.lines.due(), limits = cycle.rules.redraws;
    check(cycle.seats.has(state) && !cycle.toDraw.has(state)
      && (only === undefined || held.includes(only)),
      "there is nothing to be drawn again");
    check(only !== undefined || limits.scope === "review", "one reviewer is released a request");
    const reason = only === undefined ? null : cycle.mustGo(state, only), mustGo = reason !== null;
    const request = cycle.count(`request ${state}`) + (mustGo ? 0 : 1);
    cycle.counts.set(`request ${state}`, request);
    const extra = cycle.supplements.get(state)?.get(only);
    const event = this.act("redraw", {
      request: mustGo ? 0 : request,
      released: only === undefined ? held : sorted(extra ? [only, extra] : [only]),
    });
    this.drew = true;
    check((event.exceptional !== undefined) === (!mustGo && request > limits.limit),
      "exceptional stands where a request is beyond the limit, and only there");
    check((event.reason ?? null) === reason, mustGo ? `the reason is: ${reason}`
      : "reason stands where request is 0, and only there");
    check(limits.exclude_previous || !event.exclusion, "the rulebook excludes nobody");
    const released = cycle.released.get(state) || new Set();
    for (const reviewer of event.released) released.add(reviewer);
    cycle.released.set(state, released);
    if (event.exclusion) cycle.excluded.set(state, released);
    const kinds = only === undefined ? cycle.layout.get(state) : cycle.vacate(state, [only]);
    if (only === undefined) cycle.vacate(state, held, REVIEW_WAIVERS);
    yield this.proveBest(event, `${cycle.name(state)} has its reviewers drawn again`,
      new Map([[state, kinds]]), limits.exclude_previous ? released : null);
    if (only === undefined) yield* this.drawReview(state);
    else yield* this.drawSeats(state, kinds);
  },

  *defer(state, held) {
    const { cycle } = this;
    const from = cycle.yearOf.get(state), to = from < cycle.rules.cycle.years ? from + 1 : 0;
    const event = this.act("deferred", { from, to, released: held });
    const what = `${cycle.name(state)} goes from year ${from} to `
      + (to ? `year ${to}` : "the next cycle") + `: ${event.reason}`;
    if (cycle.seats.has(state)) cycle.vacate(state, held, REVIEW_WAIVERS);
    cycle.seats.delete(state);
    cycle.toDraw.delete(state);
    cycle.layout.delete(state);
    if (!to || to > cycle.yearsDrawn) cycle.ownSeats.delete(state);
    cycle.moved = true;
    if (!to) {
      cycle.carriedOver.add(state);
      cycle.yearOf.delete(state);
      yield this.proveBest(event, what);
      return;
    }
    const moved = [];
    const next = this.draw ? this.lines.due() : this.lines.peek();
    if (next?.event === "lot" && next.purpose === "replacement") {
      const bowl = cycle.planned(to).filter((other) => cycle.group(other) === cycle.group(state));
      const [other, report] = this.lot("replacement", bowl, { state });
      yield report;
      cycle.yearOf.set(other, from);
      moved.push(other);
    }
    cycle.yearOf.set(state, to);
    moved.push(state);
    yield this.proveBest(event, what);
    for (const other of moved)
      if (cycle.yearOf.get(other) <= cycle.yearsDrawn
        && (!cycle.seats.has(other) || cycle.toDraw.has(other)))
        yield* this.drawReview(other);
  },

  *standDown(state) {
    const { cycle } = this;
    const year = cycle.yearOf.get(state);
    const held = cycle.planned(year).filter((other) => cycle.seats.get(other)?.has(state));
    const event = this.act("stood down", { year, released: held });
    check(!cycle.stoodDown.has(`${state} ${year}`), "it stood down before");
    cycle.stoodDown.add(`${state} ${year}`);
    const vacated = new Map(held.map((other) => {
      const kinds = [...cycle.vacate(other, [state]), ...(cycle.toDraw.get(other) || [])];
      cycle.toDraw.delete(other);
      return [other, kinds.sort((one, two) => one - two)];
    }));
    this.drew = held.length > 0;
    yield this.proveBest(event, `${cycle.name(state)} stands down in year ${year}`, vacated);
    for (const [other, kinds] of vacated) yield* this.drawSeats(other, kinds);
  },

  *amend() {
    const { cycle } = this;
    const event = this.lines.due();
    const before = new Set(cycle.members.keys());
    const rows = event.membership || [...cycle.members.values()];
    const after = new Set(rows.map((row) => row.state));
    const from = event.renamed.map((pair) => pair.from), to = event.renamed.map((pair) => pair.to);
    check(new Set(from).size === from.length && new Set(to).size === to.length
      && from.every((one) => before.has(one) && !after.has(one))
      && to.every((one) => after.has(one) && !before.has(one)),
      "renamed: not one State that is gone and its new code");
    for (const pair of event.renamed) cycle.rename(pair.from, pair.to);
    const given = new Map([...cycle.record].map(([state, row]) => [state, row.year]));
    const held = cycle.dataInForce(), rules = cycle.fixedRules();
    this.act("amended", {
      left: sorted([...before].filter((one) => !after.has(one) && !from.includes(one))),
      joined: sorted([...after].filter((one) => !before.has(one) && !to.includes(one))),
    });
    const now = cycle.dataInForce(), names = Object.keys(now);
    const changed = names.filter((name) => now[name] !== held[name]);
    check(changed.length && changed.join() === names.filter((name) => name in event).join(),
      "what stands there changes, or nothing does");
    check(cycle.fixedRules() === rules, "the rulebook changes what may not change in a cycle");
    check(cycle.rules.cycle.years >= cycle.yearsBegun(), "fewer years than have begun");
    cycle.amended = cycle.moved = true;
    const ahead = [];
    for (let year = cycle.yearsDrawn + 1; year <= cycle.rules.cycle.years; year++) ahead.push(year);
    for (const [state, year] of [...cycle.yearOf])
      if (!cycle.seats.has(state) && (year > cycle.rules.cycle.years || cycle.selected
        && year > cycle.yearsDrawn && !cycle.reviewed.includes(state)))
        cycle.yearOf.delete(state);
    const { method } = cycle.rules.selection;
    for (const state of cycle.selected && ahead.length ? cycle.reviewed : []) {
      if (cycle.carriedOver.has(state)) continue;
      const { year } = cycle.record.get(state);
      const moves = method === "given" && !cycle.seats.has(state)
        && cycle.yearOf.get(state) > cycle.yearsDrawn && year !== given.get(state);
      if (cycle.yearOf.has(state) && !moves) continue;
      if (method === "given") {
        check(ahead.includes(year), `${state}: the year of its row has begun, or is none`);
        cycle.yearOf.set(state, year);
        continue;
      }
      if (cycle.rules.joining === "last_year") {
        cycle.yearOf.set(state, cycle.rules.cycle.years);
        continue;
      }
      const sizes = ahead.map((year) => {
        const planned = cycle.planned(year);
        return [planned.filter((other) => cycle.group(other) === cycle.group(state)).length,
          planned.length];
      });
      const least = [...sizes].sort(inTurn)[0];
      const bowl = ahead.filter((_, at) => inTurn(sizes[at], least) === 0).map(String);
      const [drawn, report] = this.lot("joining", sorted(bowl), { state });
      yield report;
      cycle.yearOf.set(state, Number(drawn));
    }
    yield this.proveBest(event, "membership or rules are amended");
  },
});
