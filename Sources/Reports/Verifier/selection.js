"use strict";
// The selection: which States are reviewed in which year (para. 14).

Object.assign(Verifier.prototype, {
  /** The selection (para. 14). */
  *selection() {
    const { cycle } = this;
    const { method } = cycle.rules.selection, years = cycle.rules.cycle.selected;
    check(method !== "given", "the years are given");
    cycle.counts.set("selection", 1);
    cycle.selected = true;
    const groups = new Map();
    for (const state of cycle.reviewed) {
      if (cycle.yearOf.has(state) || cycle.carriedOver.has(state)) continue;
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
    } else if (event?.event !== "amended" && this.lastLot && cycle.yearsBind())
      yield this.proveBest(this.lastLot, "the best vector with the years drawn");
  },
});

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
