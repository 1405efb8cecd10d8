"use strict";
// A file of proofs, read beside the ledger (page Proofs).

class Proofs {
  constructor(bytes) {
    const lines = decoded(bytes).split("\n");
    if (lines[lines.length - 1] === "") lines.pop();
    [this.head, ...this.steps] = lines.map((line, at) => {
      try {
        const value = readJSON(line);
        const form = at === 0 ? PROOF_HEAD : "start" in Object(value) ? PROOF_START : PROOF_BOWL;
        form(value, "it");
        return value;
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        throw new Fault(`the file of proofs, line ${at + 1}: ${fault.message}`);
      }
    });
    check(this.head, "the file of proofs is empty");
    this.next = 0;
    this.sets = this.head.sets.map((members) => new Set(members.map((one) => this.state(one))));
    this.numbers = new Map(this.head.states.map((state, number) => [state, number]));
    this.moment = null;
    this.proven = 0;
    this.open = [];  // lines without a proof, and why
  }

  /** Whether what `prove` does succeeds, counted. */
  noting(event, prove) {
    try {
      prove();
      this.proven++;
      return { proven: true };
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      this.open.push({ line: event.sequence + 1, why: fault.message });
      return { proven: false, why: fault.message };
    }
  }

  step(line) {
    while (this.next < this.steps.length && this.steps[this.next].line < line) this.next++;
    const step = this.steps[this.next];
    check(step && step.line === line, "the file of proofs has no step for this line");
    this.next++;
    return step;
  }

  state(number) {
    check(number >= 0 && number < this.head.states.length, "a State without a code");
    return number;
  }

  vector(number) {
    const vector = this.head.vectors[number];
    check(vector && vector.length === this.width, "a vector that is missing, or of another length");
    return vector;
  }

  set(number) {
    check(this.sets[number], "a set that is missing");
    return number;
  }

  prices({ asks = [], offers = [], years = [], sets = [] } = {}) {
    return {
      years: inGroups(years, 3).map(([j, year, price]) =>
        [this.state(j), year, this.vector(price)]),
      sets: inGroups(sets, 3).map(([i, set, price]) =>
        [this.state(i), this.set(set), this.vector(price)]),
      asks: inGroups(asks, 2).map(([j, price]) => [this.state(j), this.vector(price)]),
      offers: inGroups(offers, 3).map(([i, kind, price]) =>
        [this.state(i), kind, this.vector(price)]),
    };
  }

  tree(tree) {
    const cases = () => tree.cases.map((one) => this.tree(one));
    if ("pair" in tree) {
      const [i, j] = tree.pair.map((number) => this.state(number));
      return { sides: [[[i, j]], [[j, i]]], cases: cases() };
    }
    if (!("apart" in tree)) return this.prices(tree);
    const i = this.state(tree.of);
    const sides = tree.apart.map((side) => side.map((j) => [i, this.state(j)]));
    return { sides, cases: cases() };
  }

  pairs(numbers) {
    const pairs = inGroups(numbers, 3);
    for (const [i, j] of pairs) this.state(i), this.state(j);
    return pairs;
  }

  /** T: what is left must cost this. */
  goal(cycle) {
    return Float64Array.from([0, ...cycle.rules.waivers.map((rule) =>
      cycle.best[rule] - (LOAD_WAIVERS.includes(rule) ? 0 : cycle.waivedCount(rule))), 0]);
  }

  /**
   * The step of a best vector. vacated: kinds of seats of States that are drawn again; released: by
   * redraws, from the State of this one, where the rulebook excludes those.
   */
  start(cycle, event, vacated, released) {
    this.moment = null;
    this.width = cycle.rules.waivers.length + 2;
    return this.noting(event, () => {
      const step = this.step(event.sequence);
      check(step.unproven === undefined, `the file of proofs says: ${step.unproven}`);
      check(step.start === event.event, "the step is of another event");
      check(step.completion && step.tree, "the step holds no completion, or no tree");
      for (const code of cycle.codes)
        check(this.numbers.has(code), "the proofs are of another membership");
      check(cycle.rules.reviewers.protocols !== "supplement",
        "proofs know nothing of supplementary reviewers");
      const goal = this.goal(cycle), prices = this.prices(step.prices), n = this.width;
      const moment = new Moment(cycle, this.numbers, this.sets, vacated, false);
      moment.price(prices);
      moment.change(this.pairs(step.completion));
      check(order(moment.total, 0, goal, 0, n) === 0, "the completion does not cost `best`");
      const reaches = (one, least) => () => order(one.bound, 0, goal, 0, n) >= least;
      check(moment.everyLeaf(this.tree(step.tree), reaches(moment, 0)),
        "the prices do not show that `best` is best");
      if (event.exclusion) {
        check(step.free, "there is no proof that the exclusion costs nothing");
        const free = new Moment(cycle, this.numbers, this.sets, vacated, true);
        free.price(prices);
        check(free.everyLeaf(this.tree(step.free), reaches(free, 0)),
          "the prices do not show that the exclusion costs nothing");
      } else if (released) {
        check(step.worse, "there is no proof that the exclusion costs a waiver");
        const pairs = [...released].filter((state) => this.numbers.has(state))
          .map((state) => [this.numbers.get(event.state), this.numbers.get(state)]);
        for (const [i, j] of pairs) moment.takeOut(i, j, 1);
        const above = () => order(moment.bound, 0, goal, 0, n) > 0;
        check(moment.everyLeaf(this.tree(step.worse), above),
          "the prices do not show that the exclusion costs a waiver");
        for (const [i, j] of pairs) moment.takeOut(i, j, 0);
      }
      this.moment = moment;
    });
  }

  /** The step of a bowl, before its lot (or the waiver line of an empty bowl) is taken. */
  bowl(cycle, event, state, kind, unfit) {
    return this.noting(event, () => {
      const { moment } = this;
      check(moment, "a step before it is not proven");
      this.moment = null;
      const step = this.step(event.sequence);
      check(step.start === undefined, "the step is no step of a bowl");
      const bowl = event.bowl || [], goal = this.goal(cycle), i = this.numbers.get(state);
      const open = new Set((step.unproven || []).map((number) => this.state(number)));
      check(step.in.length === bowl.length, "there is not one difference for each in the bowl");
      let next = event.drawn === undefined ? [] : null;
      bowl.forEach((other, at) => {
        const j = this.numbers.get(other);
        check(j !== undefined, `${other} has no number`);
        if (step.in[at] === null) return check(open.has(j), `${other} has no completion`);
        const pairs = this.pairs(step.in[at]);
        const back = moment.change(pairs);
        check(order(moment.total, 0, goal, 0, this.width) === 0
          && moment.held[i * moment.count + j] === kind,
          `the completion with ${other} costs another vector, or lacks it`);
        moment.change(back);
        if (other === event.drawn) next = pairs;
      });
      moment.price(this.prices(step.prices));
      let missing = moment.reviewers.filter((j) => !open.has(j)
        && moment.options[i * moment.count + j] >> kind & 1 && !bowl.includes(moment.states[j])
        && !unfit(moment.states[j]) && !moment.isAbove(i, kind, j, goal));
      for (const [states, tree] of step.out || []) {
        const those = states.map((j) => this.state(j)).filter((j) => missing.includes(j));
        const areAbove = () => those.every((j) => moment.isAbove(i, kind, j, goal));
        if (moment.everyLeaf(this.tree(tree), areAbove))
          missing = missing.filter((j) => !those.includes(j));
      }
      if (next) {
        moment.change(next);
        moment.draw(i, kind, event.drawn === undefined ? null : this.numbers.get(event.drawn));
        this.moment = moment;
      }
      const names = (list) => list.map((j) => moment.states[j]).join(", ");
      check(!missing.length, `the prices do not show that the bowl is without ${names(missing)}`);
      check(!open.size, `the file of proofs leaves open: ${names([...open])}`);
    });
  }

  /** Nothing is proven of another ledger. */
  finish(hash, codes) {
    if (this.head.ledger === hash && this.head.states.join() === sorted(codes).join()) return;
    this.proven = 0;
    this.open = [{ line: 1, why: "the file of proofs is of another ledger" }];
  }
}

function inGroups(numbers, size) {
  check(numbers.length % size === 0, `numbers that should stand ${size} by ${size}`);
  const groups = [];
  for (let at = 0; at < numbers.length; at += size) groups.push(numbers.slice(at, at + size));
  return groups;
}

/** The verdict on a ledger and its proofs, both bytes (or no proofs), without a page. */
function verdictOf(ledger, proofs) {
  let verifier;
  try {
    const given = proofs && new Proofs(proofs);
    verifier = new Verifier(ledger, given);
    for (const step of verifier.run()) void step;
    const { lines: { taken, hash }, lots, unfinished } = verifier;
    return { right: true, proven: given ? given.proven : 0, open: given ? given.open : null,
      lines: taken, lots, hash, unfinished: unfinished !== null };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const line = verifier ? verifier.lines.taken : 0;
    return { right: false, known: !(fault instanceof Unknown), line, why: fault.message };
  }
}
