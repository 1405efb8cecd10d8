"use strict";
// The state of a cycle, as the events of its ledger leave it, and what may be drawn in it.

/** Why a seat costs `legal_system` with this reviewer; null: it was given up. */
const unlike = (reviewer) =>
  reviewer ? `${reviewer} shares no legal system with it` : "its regional seat was given up";

class Cycle {
  constructor() {
    this.record = new Map();  // of each State that ever was a member: its row
    this.members = new Map();
    this.codes = new Set();  // all codes that occur in a membership
    this.yearOf = new Map();
    this.seats = new Map();  // of a State whose seats are drawn: a Map of reviewer to kind
    this.layout = new Map();  // of such a State: the kinds of its seats
    this.waived = new Map(WAIVERS.map((rule) => [rule, new Map()]));  // lines in force, by State
    this.unlike = new Map();  // of each State: reviewers in seats of its group that cost such a line
    this.supplements = new Map();  // of each State: by reviewer who supplements it; null: nobody
    this.owed = new Map();  // of each State: reviewers for whom a supplementary seat is to be drawn
    this.stoodDown = new Set();  // "STATE year"
    this.released = new Map();  // by redraws, of a State
    this.excluded = new Map();  // from the seats of a State, in the command under way
    this.conflicts = new Set();  // "STATE REVIEWER"
    this.exclusions = new Set();  // "STATE STATE", both ways
    this.carried = new Set();  // States that stand outside the selection
    this.toDraw = new Map();  // kinds of the seats left of a State with reviewers drawn elsewhere
    this.imported = new Set();  // States whose reviews were drawn elsewhere
    this.before = new Map();  // of a reviewer: how many of these it does
    this.carriedOver = new Set();
    this.counts = new Map();  // of each kind of draw: how many there were
    this.yearsDrawn = 0;
    this.yearsElsewhere = 0;  // the last year in which a review was drawn elsewhere
    this.begun = new Map();  // of such a year: the kinds of seats of the rulebook then
    this.ownSeats = new Map();  // of a State in such a year: the seats of its row then
    this.selected = false;
    this.amended = false;
    this.moved = false;
  }

  name(state) {
    const row = this.record.get(state);
    return row && row.name ? `${row.name} (${state})` : state;
  }

  count(kind) { return this.counts.get(kind) || 0; }

  /** Takes over what an event says of rules, membership, pairs and the best vector. */
  adopt(event) {
    if (event.rulebook) this.rules = event.rulebook;
    const { loads, cycle, reviewers, waivers } = this.rules;
    this.kinds = reviewers.seats;
    this.last = this.kinds.map((kind) => kind.group === "same").lastIndexOf(false);
    this.same = this.kinds.findIndex((kind) => kind.group === "same");
    check(this.last >= 0, "all seats are of the same group");
    const names = new Set(this.kinds.map((kind) => kind.name));
    const seats = this.kinds.reduce((sum, kind) => sum + kind.count, 0);
    check(loads.minimum <= loads.maximum, "the minimum load is above the maximum");
    check(loads.target === 0 || loads.target >= loads.minimum && loads.target <= loads.maximum,
      "the target load is not between minimum and maximum");
    check(cycle.selected <= cycle.years, "more years are selected than the cycle has");
    check(names.size === this.kinds.length && names.size >= 1 && names.size <= 4 && seats >= 1
      && seats <= 8, "there should be one to four kinds of seats, each once, one to eight seats");
    check(this.kinds.filter((kind) => kind.group === "same").length <= 1,
      "two kinds of seats are of the group");
    check(new Set(waivers).size === waivers.length, "a waiver stands twice");
    check(sorted(Object.keys(event.best)).join() === sorted(waivers).join(),
      "best does not count the waivers of the rulebook");
    this.best = event.best;
    if (event.membership)
      this.members = new Map(event.membership.map((row) => [row.state, row]));
    for (const [state, row] of this.members) {
      this.record.set(state, row);
      this.codes.add(state);
    }
    this.reviewed = [...this.members.values()].filter((row) => row.reviewed)
      .map((row) => row.state);
    check(this.reviewed.length > 0, "nobody is reviewed");
    const pairs = (entries, one, other) => entries.map((entry) => {
      check(this.record.has(entry[one]) && this.record.has(entry[other]),
        "a pair names a State that is none");
      return [entry[one], entry[other]];
    });
    if (event.conflicts)
      this.conflicts = new Set(pairs(event.conflicts, "under_review", "reviewer")
        .map((pair) => pair.join(" ")));
    if (event.exclusions)
      this.exclusions = new Set(pairs(event.exclusions, "reviewer", "other")
        .flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  }

  /**
   * Takes over reviews drawn elsewhere; gives the waivers that they cost: rule, State, reason. A
   * reviewer holds the seat it is named for; in a regional seat, if it is not of the group or finds
   * it held, an open one. Beyond the open seats they take others, those of the group at last.
   */
  takeOver(entries) {
    const waivers = [], areSupplemented = this.rules.reviewers.protocols === "supplement";
    for (const state of sorted(new Set(entries.map((entry) => entry.under_review)))) {
      const rows = entries.filter((entry) => entry.under_review === state);
      const { year } = rows[0], row = this.members.get(state);
      check(row?.reviewed && !this.carried.has(state) && year <= this.rules.cycle.years
        && rows.every((one) => one.year === year) && !(areSupplemented && rows.length > 16),
        `imported: the review of ${state}`);
      this.yearOf.set(state, year);
      this.yearsElsewhere = Math.max(this.yearsElsewhere, year);
      this.keepOwnSeats(state);
      const layout = this.seatKinds(state), held = new Map(), left = [...layout];
      let over = 0;
      const isExtra = ({ seat }) => areSupplemented && seat === "supplementary";
      check(rows.every(({ reviewer }) => this.record.has(reviewer)),
        `imported: a reviewer of ${state}`);
      const found = this.supplementsAmong(state, rows.filter((one) => !isExtra(one)),
        rows.filter(isExtra));
      this.supplements.set(state, found);
      for (const one of [...rows.filter((one) => !isExtra(one)), ...rows.filter(isExtra)]) {
        const { reviewer, seat } = one;
        let kind = isExtra(one) ? EXTRA : this.kinds.findIndex((one) => one.name === seat);
        check(reviewer !== state && !held.has(reviewer) && (isExtra(one) || kind >= 0),
          `imported: a reviewer of ${state}`);
        const stranger = row.region !== this.record.get(reviewer).region;
        if (![...found.values()].includes(reviewer)) {
          if (!left.includes(kind) || kind === this.same && stranger) kind = this.last;
          if (left.includes(kind)) left.splice(left.indexOf(kind), 1);
          else over++;
        }
        held.set(reviewer, kind);
        this.before.set(reviewer, (this.before.get(reviewer) || 0) + 1);
      }
      const open = left.filter((kind) => kind !== this.same);
      const ofGroup = left.filter((kind) => kind === this.same);
      const given = [...open.reverse(), ...ofGroup].slice(0, over);
      for (const kind of given) left.splice(left.indexOf(kind), 1);
      this.layout.set(state, layout);
      this.seats.set(state, held);
      this.owed.set(state, [...held].filter(([one, kind]) => this.isShort(state, one, kind, null))
        .map(([one]) => one));
      if (left.length || this.owed.get(state).length) this.toDraw.set(state, left);
      for (const kind of given.filter((one) => one === this.same)) {
        waivers.push(["same_region", state,
          `it was drawn elsewhere without a reviewer of ${row.region}`]);
        if (this.countsSystem(state, kind)) waivers.push(["legal_system", state, unlike(null)]);
      }
      for (const [reviewer, kind] of held)
        if (kind === this.same && this.countsSystem(state, kind) && !this.similar(state, reviewer))
          waivers.push(["legal_system", state, unlike(reviewer), reviewer]);
    }
    for (const state of this.seats.keys()) this.imported.add(state);
    return waivers.filter(([rule]) => rule in this.best);
  }

  /** The group of a State for the selection. */
  group(state) {
    return this.rules.selection.proportional ? this.record.get(state).region : "";
  }

  planned(year) {
    return sorted([...this.yearOf.keys()].filter((state) => this.yearOf.get(state) === year));
  }

  /** How many reviews each State does, of those drawn (in a year). */
  loads(year) {
    const loads = new Map();
    for (const [state, held] of this.seats)
      if (year === undefined || this.yearOf.get(state) === year)
        for (const reviewer of held.keys()) loads.set(reviewer, (loads.get(reviewer) || 0) + 1);
    return loads;
  }

  least(row) { return row.minimum ?? this.rules.loads.minimum; }
  most(row) { return row.maximum ?? this.rules.loads.maximum; }

  /** Whether a State may do more reviews in the cycle than in one year. */
  yearsBind() {
    const { loads, cycle } = this.rules;
    return [...this.members.values()].some((row) => row.reviewer
      && loads.per_year < Math.min(this.most(row), loads.per_year * cycle.years));
  }

  keepOwnSeats(state) {
    if (!this.ownSeats.has(state)) this.ownSeats.set(state, this.record.get(state).seats);
  }

  /** The kinds of a State's seats, as numbers, in the order in which they are drawn. */
  seatKinds(state) {
    if (this.layout.has(state)) return this.layout.get(state);
    const row = this.record.get(state);
    const begun = this.begun.get(this.yearOf.get(state)), kinds = begun ?? this.kinds;
    const own = begun && this.ownSeats.has(state) ? this.ownSeats.get(state) : row.seats;
    const numbers = kinds.map((kind) => kind.count);
    if (this.same >= 0 && row.region === "" && this.same !== this.last) {
      numbers[this.last] += numbers[this.same];
      numbers[this.same] = 0;
    }
    let more = (own ?? numbers.reduce((a, b) => a + b)) - numbers.reduce((a, b) => a + b);
    if (more > 0) numbers[this.last] += more;
    for (let kind = this.last; more < 0 && kind >= 0; kind--) {
      const fewer = kind === this.same ? 0 : Math.min(-more, numbers[kind]);
      numbers[kind] -= fewer;
      more += fewer;
    }
    return numbers.flatMap((number, kind) => Array(number).fill(kind));
  }

  /** Whether a seat of this kind counts legal systems for this State. */
  countsSystem(state, kind) {
    return kind !== EXTRA && this.kinds[kind].legal_system === "preferred"
      && this.record.get(state).legal_systems.length > 0;
  }

  similar(state, other) {
    const its = this.record.get(other).legal_systems;
    return this.record.get(state).legal_systems.some((system) => its.includes(system));
  }

  /**
   * What a State breaks with a reviewer in a seat of this kind; null: nothing. `loads` (all, and
   * of the year) where it is to be drawn; without them it sits there. `need`: Protocols to which a
   * supplementary reviewer is to be party.
   */
  unfit(state, other, kind, loads, need = []) {
    const mine = this.record.get(state), its = this.record.get(other);
    const member = this.members.get(other), held = this.seats.get(state);
    if (!its) return "has a reviewer that is no State of the record";
    if (other === state || loads && held?.has(other))
      return "is reviewed by other States, by each at most once (para. 18)";
    const { reviewers } = this.rules;
    if (reviewers.protocols === "all"
      && !mine.protocols.every((one) => its.protocols.includes(one)))
      return "is reviewed by States party to every Protocol to which it is itself a party "
        + "(para. 18 bis)";
    if (this.isShort(state, other, kind, loads ? need : null))
      return "has for each reviewer that lacks Protocols a supplementary one that is party to them "
        + "(rulebook, supplement)";
    const together = mine.region !== "" && mine.region === its.region;
    const asked = kind === EXTRA ? "any" : this.kinds[kind].group;
    if (asked === "same" && !together)
      return "has a reviewer of its own regional group (para. 19)";
    if (asked === "other" && together)
      return "has in its open seats reviewers of other regional groups (rulebook, open_seats)";
    const beside = [...held?.keys() || []].filter((one) => one !== other);
    if (reviewers.distinct_groups && its.region !== "" && kind !== EXTRA
      && beside.some((one) => this.record.get(one).region === its.region
        && held.get(one) !== EXTRA))
      return "has no two reviewers of one regional group (rulebook, distinct_groups)";
    if (reviewers.mutual_reviews === "forbidden" && this.seats.get(other)?.has(state))
      return "reviews no State that reviews it in the same cycle (para. 19)";
    if (!member?.reviewer)
      return "is reviewed by States that review, which signatories do not (para. 57)";
    if (this.conflicts.has(`${state} ${other}`))
      return "is not reviewed by a State that the conflicts table excludes (conflicts table)";
    if (beside.some((one) => this.exclusions.has(`${other} ${one}`)))
      return "has no two reviewers that the conflicts table keeps apart (conflicts table)";
    if (!loads) return null;
    if ((loads.all.get(other) || 0) >= this.most(member))
      return "has a reviewer that does all the reviews that it may (para. 20)";
    if ((loads.year.get(other) || 0) >= this.rules.loads.per_year)
      return "has a reviewer that does all the reviews that it may in a year";
    if (this.excluded.get(state)?.has(other))
      return "has a reviewer that a redraw released (para. 19)";
    if (this.stoodDown.has(`${other} ${this.yearOf.get(state)}`))
      return "has a reviewer that stood down (para. 20)";
    return null;
  }

  /** Why a reviewer must go, as the record shows it, in the words of a ledger; null: it need not. */
  mustGo(state, other) {
    const year = this.yearOf.get(state);
    if (!this.members.has(other)) return `${this.name(other)} has left`;
    if (this.stoodDown.has(`${other} ${year}`))
      return `${this.name(other)} stands down in year ${year}`;
    const broken = this.unfit(state, other, this.seats.get(state).get(other));
    return broken && `${this.name(other)} no longer fits: ${this.name(state)} ${broken}`;
  }

  /** How many years have begun, here or elsewhere. */
  yearsBegun() { return Math.max(this.yearsDrawn, this.yearsElsewhere); }

  /** What an amendment may not change of the rules in force, as a text. */
  fixedRules() {
    const { cycle, selection, reviewers } = this.rules;
    const { seats, distinct_groups, protocols, mutual_reviews } = reviewers;
    return JSON.stringify([cycle.years - cycle.selected, selection.method, selection.proportional,
      distinct_groups, protocols, mutual_reviews, seats.map((kind, at) => [
        kind.name, kind.legal_system, at === this.last ? "" : kind.count,
        at === this.last && this.yearsBegun() === 0 ? "" : kind.group,
      ])]);
  }

  /** The data in force, each as a text that differs where the data do. */
  dataInForce() {
    const ordered = (value) => value === null || typeof value !== "object" ? value
      : Array.isArray(value) ? value.map(ordered)
        : sorted(Object.keys(value)).map((key) => [key, ordered(value[key])]);
    return {
      membership: JSON.stringify(ordered([...this.members.values()])),
      rulebook: JSON.stringify(ordered(this.rules)),
      conflicts: JSON.stringify(sorted([...this.conflicts])),
      exclusions: JSON.stringify(sorted([...this.exclusions])),
    };
  }

  /** How many waiver lines of a rule are in force. */
  waivedCount(rule) {
    let sum = 0;
    for (const number of this.waived.get(rule).values()) sum += number;
    return sum;
  }

  /** Empties seats of a State and voids its lines of these rules; the kinds of the seats. */
  vacate(state, reviewers, rules = []) {
    const held = this.seats.get(state), kinds = [];
    for (const reviewer of reviewers) {
      const kind = held.get(reviewer) ?? EXTRA;
      held.delete(reviewer);
      this.endSupplement(state, reviewer, kind);
      if (kind !== EXTRA) kinds.push(kind);
    }
    this.owed.set(state, (this.owed.get(state) || []).filter((one) => held.has(one)));
    const mine = this.unlike.get(state) || new Set(), lines = this.waived.get("legal_system");
    for (const reviewer of reviewers)
      if (mine.delete(reviewer) && lines.get(state)) lines.set(state, lines.get(state) - 1);
    for (const rule of rules) this.waived.get(rule).delete(state);
    return kinds;
  }

  /** Another code for the same State: everything goes on under it. */
  rename(from, to) {
    const tables = [this.record, this.yearOf, this.seats, this.layout, this.ownSeats,
      this.released, this.toDraw, this.before, this.supplements, this.owed,
      this.unlike, ...this.waived.values(), ...this.seats.values(), ...this.supplements.values()];
    for (const table of tables) {
      if (!table.has(from)) continue;
      table.set(to, table.get(from));
      table.delete(from);
    }
    for (const kind of ["redraw", "deferral", "stand-down", "request"]) {
      if (!this.counts.has(`${kind} ${from}`)) continue;
      this.counts.set(`${kind} ${to}`, this.count(`${kind} ${to}`) + this.count(`${kind} ${from}`));
      this.counts.delete(`${kind} ${from}`);
    }
    for (const names of [...this.released.values(), ...this.unlike.values(), this.carriedOver,
      this.carried, this.imported])
      if (names.delete(from)) names.add(to);
    for (const table of this.supplements.values())
      for (const [one, its] of table) if (its === from) table.set(one, to);
    for (const [state, those] of this.owed)
      this.owed.set(state, those.map((one) => one === from ? to : one));
    const renamed = (pairs) => new Set([...pairs].map((pair) => pair.split(" ")
      .map((state) => state === from ? to : state).join(" ")));
    this.conflicts = renamed(this.conflicts);
    this.exclusions = renamed(this.exclusions);
    for (const entry of [...this.stoodDown]) {
      const [state, year] = entry.split(" ");
      if (state === from) this.stoodDown.add(`${to} ${year}`);
    }
  }
}
