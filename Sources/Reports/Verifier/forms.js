"use strict";
// The events of a ledger and the lines of a file of proofs: which fields, of which form.

const HASH = like(/^[0-9a-f]{64}$/, "64 digits of lower-case hex");
const STATE = like(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "a code of a State");
const CODE = like(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "a code");
/** A letter that is seen, unlike the fillers of Hangul. */
const REASON = like(/[^\P{L}\u115f\u1160\u3164\uffa0]/u, "a text with a letter");
const SEAT = like(/^(?!supplementary$)[a-z][a-z0-9_]{0,39}$/, "the name of a kind of seats");
const SEED = like(/^(?=[^]{1,1000}$)[!-~]+(?: [!-~]+)*$/, "a seed of 1 to 1,000 ASCII characters");
const NAME = like(
  /^[^\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/, "a name");
const DRAW = like(new RegExp("^(?:selection|(?:(?:tickets )?year|amendment|"
  + "(?:redraw|deferral|stand-down) [A-Za-z0-9][\\w-]*) [1-9][0-9]{0,8})$"), "the name of a draw");
const DIGITS = like(/^(?:0|[1-9][0-9]{0,399})$/, "decimal digits");

const WAIVERS = [
  "seat", "supplement", "same_region", "minimum_load", "legal_system", "target_load"];
const LOAD_WAIVERS = ["minimum_load", "target_load"];

const RULEBOOK = fields({
  name: text, source: text, cycle: fields({ years: whole(1, 50), selected: whole(1, 50) }),
  joining: oneOf("by_lot", "last_year"),
  reviewers: fields({
    seats: listOf(fields({
      name: SEAT, count: whole(0, 8), group: oneOf("same", "other", "any"),
      legal_system: oneOf("preferred", "ignored"),
    })),
    distinct_groups: flag, protocols: oneOf("all", "any", "supplement"),
    mutual_reviews: oneOf("forbidden", "allowed"),
  }),
  loads: fields({
    minimum: whole(0, 1000), target: whole(0, 1000), maximum: whole(0, 1000),
    per_year: whole(0, 1000),
  }),
  selection: fields({ method: oneOf("lots", "alphabetical", "given"), proportional: flag }),
  redraws: fields({
    limit: whole(0, 1000), scope: oneOf("review", "reviewer"), exclude_previous: flag,
  }),
  waivers: listOf(oneOf(...WAIVERS)),
});
const CODES = listOf(CODE, itself);
const STATES = listOf(STATE, itself);
const MEMBERS = listOf(fields({
  state: STATE, name: NAME, region: NAME, protocols: CODES, legal_systems: CODES,
  languages: CODES, reviewed: flag, reviewer: flag, "year?": whole(1, 50), "seats?": whole(1, 8),
  "minimum?": whole(0, 1000), "maximum?": whole(0, 1000),
}), (row) => row.state);
const CONFLICTS = listOf(fields({ under_review: STATE, reviewer: STATE }),
  (pair) => [pair.under_review, pair.reviewer]);
const EXCLUSIONS = listOf(fields({ reviewer: STATE, other: STATE }),
  (pair) => [pair.reviewer, pair.other]);
const BEST = fields(Object.fromEntries(WAIVERS.map((rule) => [rule + "?", whole(0)])));
const OUTCOME = listOf(fields({ under_review: STATE, reviewers: STATES }),
  (entry) => entry.under_review);

/** The bowl of a lot, in full or as it differs from that of a lot before. */
const BOWL = listOf(text, itself);
const TOLD = fields({ from: whole(0), without: BOWL, with: BOWL });

const EVENTS = {
  opened: {
    format: oneOf(2), software: REASON, rulebook: RULEBOOK, membership: MEMBERS,
    conflicts: CONFLICTS, exclusions: EXCLUSIONS, after: like(/^(?:[0-9a-f]{64})?$/, "a hash"),
    carried: STATES,
    imported: listOf(fields({
      year: whole(1, 50), under_review: STATE, seat: text, reviewer: STATE, source: text,
    }), (one) => [one.year, one.under_review, one.seat, one.reviewer, one.source]),
    best: BEST,
  },
  announced: {
    draw: DRAW, method: oneOf("bowls", "uniform", "tickets"), source: REASON,
    "commitment?": HASH, "experts?": HASH,
  },
  withdrawn: { draw: DRAW, reason: REASON },
  seeded: {
    draw: DRAW, seed: SEED, "method?": oneOf("uniform", "tickets"), "commitment?": HASH,
    "public?": SEED,
  },
  lot: {
    draw: DRAW, purpose: text, counter: whole(0), index: whole(0),
    bowl: (value, where) => (Array.isArray(value) ? BOWL : TOLD)(value, where), drawn: text,
    "region?": NAME, "year?": whole(1, 50), "under_review?": STATE, "for?": STATE,
    "state?": STATE,
  },
  waiver: { rule: oneOf(...WAIVERS), state: STATE, reason: REASON },
  redraw: {
    state: STATE, request: whole(0), "only?": STATE, released: STATES, exclusion: flag,
    "reason?": REASON, "exceptional?": REASON, best: BEST,
  },
  deferred: {
    state: STATE, from: whole(1, 50), to: whole(0, 50), reason: REASON, released: STATES,
    best: BEST,
  },
  "stood down": { state: STATE, year: whole(1, 50), released: STATES, best: BEST },
  amended: {
    "membership?": MEMBERS, "rulebook?": RULEBOOK, "conflicts?": CONFLICTS,
    "exclusions?": EXCLUSIONS, left: STATES, joined: STATES,
    renamed: listOf(fields({ from: STATE, to: STATE }), (pair) => [pair.from, pair.to]),
    best: BEST,
  },
  uniform: {
    draw: DRAW, year: whole(1, 50), blocks: whole(0), outcome: OUTCOME, "outcomes?": DIGITS,
    "number?": DIGITS, "lawful_sweeps?": whole(0), "sweeps?": whole(0),
  },
  tickets: { draw: DRAW, count: whole(2, 10000), sha256: HASH, "outcomes?": DIGITS },
  ticket: { draw: DRAW, ticket: whole(0), outcome: OUTCOME },
};
for (const [name, forms] of Object.entries(EVENTS))
  EVENTS[name] = fields({ sequence: whole(0), event: oneOf(name), previous: HASH, ...forms });

const NUMBERS = listOf(whole(-Number.MAX_SAFE_INTEGER));
const ENTRY = whole(-(2 ** 27), 2 ** 27);  // so that sums over nine million pairs are exact
const PRICES = fields({
  "asks?": NUMBERS, "offers?": NUMBERS, "years?": NUMBERS, "sets?": NUMBERS,
});
/** A tree: prices, or a branch; without calls of itself, as deep as it may be. */
const TREE = (value, where) => {
  const left = [value];
  while (left.length) {
    const tree = left.pop();
    const ofPair = tree !== null && typeof tree === "object" && "pair" in tree;
    if (!ofPair && (tree === null || typeof tree !== "object" || !("apart" in tree))) {
      PRICES(tree, where);
      continue;
    }
    if (ofPair) fields({ pair: NUMBERS, cases: listOf(any) })(tree, where);
    else fields({ of: whole(0), apart: listOf(NUMBERS), cases: listOf(any) })(tree, where);
    check((ofPair ? tree.pair : tree.apart).length === 2 && tree.cases.length === 2,
      `${where}: a branch has two of each`);
    left.push(...tree.cases);
  }
};
const PROOF_HEAD = fields({
  proofs: oneOf(1), ledger: HASH, states: STATES, sets: listOf(NUMBERS),
  vectors: listOf(listOf(ENTRY)),
});
const PROOF_START = fields({
  line: whole(0), start: text, "completion?": NUMBERS, "prices?": PRICES, "tree?": TREE,
  "free?": TREE, "worse?": TREE, "unproven?": text,
});
const PROOF_BOWL = fields({
  line: whole(0), in: listOf((value, where) => value === null || NUMBERS(value, where)),
  "prices?": PRICES, "unproven?": listOf(whole(0)),
  "out?": listOf((value, where) => {
    check(Array.isArray(value) && value.length === 2, `${where} has no pairs of States and tree`);
    listOf(whole(0))(value[0], where);
    TREE(value[1], where);
  }),
});
