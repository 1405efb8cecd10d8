"use strict";
// The lines of a ledger, one after another: chain, order and form; and the lots of a seed.

class Lines {
  constructor(bytes) {
    this.bytes = bytes;
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
    const event = readJSON(decoded(line));
    check(event !== null && typeof event === "object" && typeof event.event === "string",
      "it is no object with an event");
    check(event.previous === this.hash, "previous is not the hash of the line before");
    check(event.sequence === this.taken - 1, `sequence should be ${this.taken - 1}`);
    check(this.taken > 1 || event.event === "opened", "the first event should be opened");
    check(Object.hasOwn(EVENTS, event.event), () => `there is no event ${shown(event.event)}`);
    EVENTS[event.event](event, event.event);
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
