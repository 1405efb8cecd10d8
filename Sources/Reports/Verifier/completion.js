"use strict";
// The completion of a moment: who holds which seat, what that costs, and what a lot takes from it.

Object.assign(Moment.prototype, {
  countState(i, sign) {
    let empty = 0;
    for (let kind = 0; kind < this.kinds; kind++)
      empty += this.left[i * this.kinds + kind] - this.seatsHeld[i * this.kinds + kind];
    this.total[this.place.seat] += sign * empty;
    if (this.same < 0) return;
    const lacks = this.seatsOfGroup(i) - this.seatsHeld[i * this.kinds + this.same];
    this.total[this.place.same_region] += sign * lacks;
    if (this.counted[i])
      this.total[this.place.legal_system] += sign * (this.seatsOfGroup(i) - this.bonuses[i]);
  },

  countReviewer(j, sign) {
    const [, minimum, target] = this.room.subarray(j * 3, j * 3 + 3);
    this.total[this.place.minimum_load] += sign * Math.max(0, minimum - this.load[j]);
    this.total[this.place.target_load] += sign * Math.max(0, target - this.load[j]);
  },

  /** The pair gets this kind of seat, -1 for none; gives the kind before. */
  set(i, j, kind) {
    const at = i * this.count + j, before = this.held[at];
    for (const [which, step] of [[before, -1], [kind, 1]]) {
      if (which < 0) continue;
      this.seatsHeld[i * this.kinds + which] += step;
      this.load[j] += step;
      if (which === this.same) this.bonuses[i] += step * this.bonus[at];
    }
    this.held[at] = kind;
    if (kind < 0) {
      this.holders[i].delete(j);
      this.seatsOf[j].delete(i);
    } else {
      this.holders[i].add(j);
      this.seatsOf[j].add(i);
    }
    return before;
  },

  /** Changes the completion by a difference, [[i, j, kind], …]; gives what takes it back. */
  change(pairs) {
    const { count, kinds } = this;
    const states = new Set(pairs.map(([i]) => i)), reviewers = new Set(pairs.map(([, j]) => j));
    for (const i of states) this.countState(i, -1);
    for (const j of reviewers) this.countReviewer(j, -1);
    const before = [];
    for (const [i, j, kind] of pairs) {
      check(this.reviews[j] && (kind === -1
        || kind >= 0 && kind < kinds && this.options[i * count + j] >> kind & 1),
        () => `${this.states[j]} cannot hold this seat of ${this.states[i]} in a completion`);
      before.unshift([i, j, this.set(i, j, kind)]);
    }
    for (const i of states) this.countState(i, 1);
    for (const j of reviewers) this.countReviewer(j, 1);
    for (const [i, j] of pairs) {
      if (this.held[i * count + j] < 0) continue;
      check(!this.mutual || this.held[j * count + i] < 0,
        () => `${this.states[i]} and ${this.states[j]} review each other in a completion`);
      this.checkBeside(i, j);
    }
    for (const i of states)
      for (let kind = 0; kind < kinds; kind++) {
        const spare = kind === this.last && this.same >= 0
          ? this.seatsOfGroup(i) - this.seatsHeld[i * kinds + this.same] : 0;
        check(this.seatsHeld[i * kinds + kind] <= this.left[i * kinds + kind] + spare,
          () => `${this.states[i]} holds too many seats in a completion`);
      }
    for (const j of reviewers)
      check(this.load[j] <= Math.max(0, this.room[j * 3]),
        () => `${this.states[j]} does too many reviews in a completion`);
    return before;
  },

  /** The limits: who may sit together, and reviews of a year. */
  checkBeside(i, j) {
    const { states } = this;
    if (this.haveApart)
      for (const k of this.holders[i])
        check(k === j || !this.areApart(j, k),
          () => `${states[j]} and ${states[k]} sit together in a completion`);
    const year = this.year[i];
    if (!year || this.spare(j, year) >= this.room[j * 3]) return;
    const inYear = [...this.seatsOf[j]].filter((k) => this.year[k] === year).length;
    check(inYear <= this.spare(j, year),
      () => `${states[j]} does too many reviews of a year in a completion`);
  },

  /** A seat is drawn, for j; or (j null) given up, or left empty. */
  draw(i, kind, j) {
    const { count, kinds } = this;
    this.countState(i, -1);
    if (j !== null) {
      this.countReviewer(j, -1);
      this.set(i, j, -1);
      for (let entry = 0; entry < 3; entry++) this.room[j * 3 + entry]--;
      this.countReviewer(j, 1);
      this.options[i * count + j] = 0;
      if (this.mutual) this.options[j * count + i] = 0;
      this.sitsBeside(i, j);
      if (this.room[j * 3] <= 0) for (const k of this.under) this.options[k * count + j] = 0;
    }
    this.left[i * kinds + kind]--;
    if (j === null && kind === this.same) this.left[i * kinds + this.last]++;
    this.countState(i, 1);
    for (let one = 0; one < kinds; one++)
      if (!this.hasSeat(i, one))
        for (const k of this.reviewers) this.options[i * count + k] &= ~(1 << one);
    this.refreshState(i);
    for (const k of this.reviewers) this.refreshPair(i, k);
    if (j === null) return;
    this.refreshReviewer(j);
    this.refreshPairs(j);
  },
});
