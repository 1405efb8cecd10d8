"use strict";
// The lines of a ledger, one after another: chain, order and form; and the lots of a seed.

class Lines {
  constructor(bytes, bowls) {
    this.bytes = bytes;
    this.bowls = bowls;
    this.at = 0;  // where the next line begins
    this.taken = 0;  // lines taken or looked at
    this.hash = "0".repeat(64);
    this.ahead = null;
    this.count = 0;
    for (const byte of bytes) this.count += byte === 10;
  }

  /** The next event, which stays; null at the end. */
  peek() {
    if (this.ahead || this.at === this.bytes.length) return this.ahead;
    this.taken++;
    const end = this.bytes.indexOf(10, this.at);
    check(end >= 0, "the last line is torn: it lacks its newline");
    const line = this.bytes.subarray(this.at, end);
    const written = decoded(line);
    check(!/(?<!\\)(?:\\\\)*\\(?:[nr]|u000[ad])/i.test(written), "a text holds a line break");
    const event = readJSON(written);
    check(event !== null && typeof event === "object" && typeof event.event === "string",
      "it is no object with an event");
    check(event.previous === this.hash, "previous is not the hash of the line before");
    check(event.sequence === this.taken - 1, `sequence should be ${this.taken - 1}`);
    check(this.taken > 1 || event.event === "opened", "the first event should be opened");
    check(Object.hasOwn(EVENTS, event.event), () => `there is no event ${shown(event.event)}`);
    EVENTS[event.event](event, event.event);
    this.bowls.read(event);
    this.hash = hex(sha256(line));
    this.at = end + 1;
    return this.ahead = event;
  }

  /** The next event, where one is due. */
  due() {
    const event = this.peek();
    if (!event) throw new Unfinished();
    return event;
  }

  /** Takes the next event: it must be this one, with these fields (undefined: without). */
  take(name, fields = {}) {
    const event = this.due();
    this.ahead = null;
    check(event.event === name,
      () => `the event is ${shown(event.event)}; it should be ${shown(name)}`);
    for (const [field, value] of Object.entries(fields))
      check(JSON.stringify(event[field]) === JSON.stringify(value),
        () => `${name}: ${field} is ${shown(event[field])}; it should be ${shown(value)}`);
    return event;
  }
}

/** The bowls of a large cycle: each is told from that of the last lot before it that is alike. */
class Bowls {
  constructor(cycle) {
    this.cycle = cycle;
    this.isLarge = false;
    this.last = new Map();  // of lots that are alike: the sequence and the bowl of the last
  }

  /** What lots have in common whose bowls are told one from another. */
  likeness({ purpose, region, under_review }) {
    if (under_review === undefined) return JSON.stringify([purpose, region]);
    const row = this.cycle.record.get(under_review);
    const kind = this.cycle.kinds.find((one) => `${one.name} reviewer` === purpose);
    return JSON.stringify([purpose, region, row?.protocols,
      kind && kind.group !== "any" ? row?.region : "",
      kind?.legal_system === "preferred" ? row?.legal_systems : []]);
  }

  /** Puts the whole bowl of a lot in the place of what is told of it; it is told in one way. */
  read(event) {
    if (event.event === "opened") this.isLarge = event.membership.length >= 1000;
    if (event.event !== "lot") return;
    const ofYears = ["extra place", "joining"].includes(event.purpose);
    const likeness = this.isLarge && !ofYears ? this.likeness(event) : null;
    const last = this.last.get(likeness), told = event.bowl, isWhole = Array.isArray(told);
    if (!isWhole) {
      check(told.from === last?.sequence, "the bowl is told from another line than it should be");
      const bowl = new Set(last.bowl);
      check(told.without.every((state) => bowl.delete(state))
        && told.with.every((state) => !last.bowl.has(state)), "the bowl is told wrongly");
      event.bowl = sorted([...bowl, ...told.with]);
    }
    const bowl = new Set(event.bowl);
    let common = 0;
    for (const state of bowl) common += last?.bowl.has(state) ?? 0;
    const isShorter = last && bowl.size + last.bowl.size - 2 * common < bowl.size;
    check(isWhole === !isShorter,
      () => `the bowl should be told ${isWhole ? `from line ${last.sequence + 1}` : "in full"}`);
    if (likeness) this.last.set(likeness, { sequence: event.sequence, bowl });
  }
}

/** The ledger ends within a command. */
class Unfinished extends Error {}

/** The lots of a seed (section 6 of the contract; page Uniform for more than 64 bits). */
class Lots {
  constructor(seed) {
    this.key = sha256(utf8(seed));
    this.counter = 0;
  }

  block() {
    const input = new Uint8Array(40);
    input.set(this.key);
    new DataView(input.buffer).setBigUint64(32, BigInt(this.counter++));
    return new DataView(sha256(input).buffer).getBigUint64(0);
  }

  /** The index of the next lot of so many. */
  index(size) {
    const count = BigInt(size);
    const words = Math.max(1, Math.ceil(count > 1n ? (count - 1n).toString(2).length / 64 : 0));
    const all = 1n << BigInt(64 * words);
    for (;;) {
      let value = 0n;
      for (let word = 0; word < words; word++) value = value << 64n | this.block();
      if (value < all / count * count) return value % count;
    }
  }
}
