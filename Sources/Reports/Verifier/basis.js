"use strict";
// What the verifier in the browser rests on: SHA-256, strict JSON, canonical order, forms.

/** A fault in what is checked; anything else that is thrown is a fault of this program. */
class Fault extends Error {}

/** Something that may be right, but that this page does not know. */
class Unknown extends Fault {}

/** A message that is costly to write is a function. */
function check(right, message) {
  if (!right) throw new Fault(typeof message === "function" ? message() : message);
}

// SHA-256 (FIPS 180-4), because a page from the disk may have no crypto.subtle.

const SHA_CONSTANTS = (() => {
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  // The first 32 bits of the fraction of a root, by whole numbers.
  const fraction = (prime, power) => {
    const target = BigInt(prime) << BigInt(32 * power);
    let low = 0n, high = 1n << 40n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle ** BigInt(power) <= target) low = middle; else high = middle;
    }
    return Number(low & 0xffffffffn);
  };
  return {
    start: primes.slice(0, 8).map((p) => fraction(p, 2)),
    round: primes.map((p) => fraction(p, 3)),
  };
})();

/** The SHA-256 of bytes, as 32 bytes. */
function sha256(bytes) {
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  const hash = Uint32Array.from(SHA_CONSTANTS.start);
  const words = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let t = 0; t < 16; t++) words[t] = view.getUint32(at + 4 * t);
    for (let t = 16; t < 64; t++) {
      const one = words[t - 15], two = words[t - 2];
      words[t] = words[t - 16] + (turn(one, 7) ^ turn(one, 18) ^ (one >>> 3))
        + words[t - 7] + (turn(two, 17) ^ turn(two, 19) ^ (two >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let t = 0; t < 64; t++) {
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g))
        + SHA_CONSTANTS.round[t] + words[t]) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, n) => { hash[n] += word; });
  }
  const result = new Uint8Array(32);
  hash.forEach((word, n) => new DataView(result.buffer).setUint32(4 * n, word));
  return result;
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const utf8 = (text) => new TextEncoder().encode(text);

/** The text of bytes; refuses what is no UTF-8. A mark at the beginning stays and is no JSON. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault("it is not UTF-8");
  }
}

/** Strict JSON: whole numbers only, no key twice, no halves of characters. */
function readJSON(text) {
  let at = 0, depth = 0;
  const fault = () => { throw new Fault(`it is no JSON of ours, at character ${at + 1}`); };
  const blank = () => { while (" \t\n\r".includes(text[at] || "x")) at++; };
  const take = (sign) => { blank(); if (text[at] !== sign) fault(); at++; };
  const next = () => { blank(); return text[at]; };

  function string() {
    take('"');
    const start = at;
    while (text[at] !== '"') {
      if (at >= text.length || text[at] < " ") fault();
      at += text[at] === "\\" ? 2 : 1;
    }
    at++;
    const raw = text.slice(start - 1, at);
    let value = raw.slice(1, -1);
    if (raw.includes("\\")) {
      try { value = JSON.parse(raw); } catch { fault(); }
    }
    if (/\p{Surrogate}/u.test(value)) fault();
    return value;
  }

  function list(open, close, entry) {
    take(open);
    if (++depth > 500) fault();
    if (next() !== close) {
      entry();
      while (next() === ",") { at++; entry(); }
    }
    take(close);
    depth--;
  }

  function value() {
    const sign = next();
    if (sign === '"') return string();
    if (sign === "[") {
      const entries = [];
      list("[", "]", () => entries.push(value()));
      return entries;
    }
    if (sign === "{") {
      const fields = Object.create(null);
      list("{", "}", () => {
        const name = string();
        if (name in fields) fault();
        take(":");
        fields[name] = value();
      });
      return fields;
    }
    const word = /(?:true|false|null|-?(?:0|[1-9][0-9]*))(?![0-9.eE])/y;
    word.lastIndex = at;
    const found = word.exec(text);
    if (!found || found[0] === "-0") fault();
    at += found[0].length;
    const number = JSON.parse(found[0]);
    if (typeof number === "number" && !Number.isSafeInteger(number)) fault();
    return number;
  }

  const result = value();
  if (next() !== undefined) fault();
  return result;
}

/** Canonical order: that of the bytes of the UTF-8 text. */
function inOrder(one, other) {
  const place = (unit) => unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;
  for (let n = 0; n < one.length && n < other.length; n++) {
    const difference = place(one.charCodeAt(n)) - place(other.charCodeAt(n));
    if (difference) return difference;
  }
  return one.length - other.length;
}
const sorted = (texts) => [...texts].sort(inOrder);

/** The order of entries of an array: texts and numbers, or lists of them. */
function inTurn(one, other) {
  if (typeof one === "string") return inOrder(one, other);
  if (!Array.isArray(one)) return one - other;
  for (let n = 0; n < one.length; n++) {
    const order = inTurn(one[n], other[n]);
    if (order) return order;
  }
  return 0;
}

// Forms: a function that says whether a value is right and throws where it is not.

const whole = (low, high = Number.MAX_SAFE_INTEGER) => (value, where) =>
  check(Number.isSafeInteger(value) && value >= low && value <= high,
    () => `${where} is ${shown(value)}; it should be a whole number, at least ${low}`);
const flag = (value, where) =>
  check(typeof value === "boolean",
    () => `${where} is ${shown(value)}; it should be true or false`);
const text = (value, where) =>
  check(typeof value === "string", () => `${where} is ${shown(value)}; it should be a text`);
const like = (pattern, meaning) => (value, where) =>
  check(typeof value === "string" && pattern.test(value),
    () => `${where} is ${shown(value)}; it should be ${meaning}`);
const oneOf = (...choices) => (value, where) =>
  check(choices.includes(value),
    () => `${where} is ${shown(value)}; it should be ${choices.join(", ")}`);
const any = () => {};

/** An array; `key` gives what its entries are ordered by, none twice. */
const listOf = (form, key) => (value, where) => {
  check(Array.isArray(value), () => `${where} is no array`);
  for (const entry of value) form(entry, where);
  if (!key) return;
  const keys = value.map(key);
  for (let n = 1; n < keys.length; n++)
    check(inTurn(keys[n - 1], keys[n]) < 0, () => `${where}: not in canonical order, or twice`);
};
const itself = (entry) => entry;

/** An object with exactly these fields; one with a question mark may be absent. */
const fields = (forms) => {
  const names = new Map(Object.entries(forms).map(([name, form]) => [name.replace("?", ""), form]));
  return (value, where) => {
    check(value !== null && typeof value === "object" && !Array.isArray(value),
      () => `${where} is no object`);
    for (const name of Object.keys(value)) {
      check(names.has(name), () => `${where} has an unknown field ${shown(name)}`);
      names.get(name)(value[name], `${where}: ${name}`);
    }
    for (const name of Object.keys(forms))
      check(name.endsWith("?") || name in value, () => `${where} lacks the field ${name}`);
  };
};

function shown(value) {
  const written = value === undefined ? "absent" : JSON.stringify(value);
  return written.length > 200 ? written.slice(0, 200) + "…" : written;
}
