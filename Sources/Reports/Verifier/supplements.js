"use strict";
// Supplementary reviewers: one for each reviewer that lacks Protocols of the State under review, who
// is party to these (rulebook, `protocols: supplement`).

/** In place of a kind: the seat of a reviewer who supplements another. */
const EXTRA = -1;

Object.assign(Cycle.prototype, {
  /** Who supplements whom: of all ways the one that supplements most; of several the first. */
  supplementsAmong(state, rows, extras) {
    let ways = [new Map()];
    for (const { reviewer } of rows) {
      const lacking = this.lacking(state, reviewer);
      if (!lacking.length) continue;
      ways = ways.flatMap((way) => [
        ...extras.map((one) => one.reviewer)
          .filter((one) => ![...way.values()].includes(one)
            && !this.isShort(state, one, EXTRA, lacking))
          .map((one) => new Map([...way, [reviewer, one]])), way]);
    }
    return ways.reduce((most, way) => way.size > most.size ? way : most);
  },

  /** The Protocols of a State to which a reviewer is not party, where that is supplemented. */
  lacking(state, other) {
    const its = this.record.get(other).protocols;
    return this.rules.reviewers.protocols !== "supplement" ? []
      : this.record.get(state).protocols.filter((one) => !its.includes(one));
  },

  /**
   * Whether a supplementary reviewer is not party to what it should be (`need`; null: what whom it
   * supplements lacks), or, of those who sit there (null), any other lacks Protocols and has none.
   */
  isShort(state, other, kind, need) {
    const own = this.supplements.get(state) || new Map();
    if (kind !== EXTRA)
      return need === null && this.lacking(state, other).length > 0 && !own.has(other);
    const one = [...own.keys()].find((reviewer) => own.get(reviewer) === other);
    const its = this.record.get(other).protocols;
    return !(need || this.lacking(state, one)).every((code) => its.includes(code));
  },

  /** A supplementary reviewer goes with the one it was drawn for; alone, its seat is owed again. */
  endSupplement(state, reviewer, kind) {
    const own = this.supplements.get(state), lines = this.waived.get("supplement");
    if (!own) return;
    if (kind === EXTRA) {
      for (const [one, its] of own)
        if (its === reviewer) {
          own.delete(one);
          if (this.lacking(state, one).length)
            this.owed.set(state, [...this.owed.get(state) || [], one]);
        }
    } else if (own.has(reviewer)) {
      const extra = own.get(reviewer);
      own.delete(reviewer);
      if (extra === null) lines.set(state, lines.get(state) - 1);
      else this.seats.get(state).delete(extra);
    }
  },
});
