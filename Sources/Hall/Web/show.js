"use strict";

/** What the lines so far have made of the cycle: the table, the loads, the last lot. */
class Show {
  constructor() {
    this.states = new Map();
    this.reviews = new Map();
    this.rulebook = null;
    this.opening = null;
    this.last = null;
    this.lot = null;
    this.draw = "";
    this.year = 0;
    this.lots = [];
    this.waivers = [];
    this.standing = [];
  }

  /** Takes a line in. */
  apply(scene) {
    this.last = scene;
    if (scene.event === "opened") this.opening = scene;
    if (scene.states) this.states = new Map(scene.states.map((state) => [state.code, state]));
    if (scene.rulebook) this.rulebook = scene.rulebook;
    if (scene.event === "amended") this.reviews.clear();
    for (const change of scene.changes) this.reviews.set(change.state, change);
    switch (scene.event) {
      case "seeded":
        if (scene.draw !== this.draw) [this.lots, this.waivers] = [[], []];
        [this.draw, this.lot] = [scene.draw, null];
        this.standing = this.standing.filter((announced) => announced.draw !== scene.draw);
        this.noteYear(scene.draw);
        break;
      case "ticket":
        [this.draw, this.lot] = [scene.draw, null];
        this.noteYear(scene.draw);
        break;
      case "announced": this.standing.push(scene); break;
      case "withdrawn":
        this.standing = this.standing.filter((announced) => announced.draw !== scene.draw);
        break;
      case "lot":
        this.lot = scene;
        this.lots.push(scene);
        if (scene.year && this.draw !== "selection") this.year = scene.year;
        break;
      case "waiver": this.waivers.push(scene); break;
      default: break;
    }
  }

  noteYear(draw) {
    const found = /^year (\d+)$/.exec(draw);
    if (found) this.year = Number(found[1]);
    if (draw === "selection") this.year = 0;
    const state = /^(?:redraw|stand-down|deferral) (\S+) /.exec(draw);
    if (state) this.year = this.reviews.get(state[1])?.year ?? this.year;
  }

  /** How many reviews each State does. */
  get loads() {
    const loads = new Map([...this.states.keys()].map((code) => [code, 0]));
    for (const review of this.reviews.values()) {
      for (const reviewer of review.reviewers) {
        loads.set(reviewer, (loads.get(reviewer) ?? 0) + 1);
      }
    }
    return loads;
  }

  /** The reviews of a year, in the order of the States' codes. */
  ofYear(year) {
    return [...this.reviews.values()]
      .filter((review) => review.planned && review.year === year)
      .sort((one, other) => (one.state < other.state ? -1 : 1));
  }

  /** The sizes of the bowls of reviewers: smallest, median, largest; null before there is one. */
  get bowls() {
    const sizes = this.lots.filter((lot) => lot.purpose === "seat")
      .map((lot) => lot.bowl.length).sort((one, other) => one - other);
    if (sizes.length === 0) return null;
    return [sizes[0], sizes[Math.floor((sizes.length - 1) / 2)], sizes[sizes.length - 1]];
  }
}

/** What is said of it in one language. */
class Words {
  constructor(data) {
    this.data = data;
    this.tongue = data.tongue;
    this.direction = data.rtl ? "rtl" : "ltr";
  }

  term(key) { return this.data.terms[key] ?? key; }
  state(code) { return this.data.states[code] ?? code; }
  group(code) { return this.data.groups[code] ?? code; }
  seat(kind) { return this.data.terms[kind] ?? kind; }

  /** A draw by its name. */
  draw(name) {
    const [kind, ...rest] = name.split(" ");
    switch (kind) {
      case "selection": return this.term("drawSelection");
      case "year": return `${this.term("year")} ${rest[0]}`;
      case "tickets": return `${this.term("listPublished")}: ${this.term("year")} ${rest[1]}`;
      case "redraw": return `${this.term("redrawn")}: ${this.state(rest[0])}`;
      case "deferral": return `${this.term("deferred")}: ${this.state(rest[0])}`;
      case "stand-down": return `${this.term("stoodDown")}: ${this.state(rest[0])}`;
      case "amendment": return this.term("amended");
      default: return name;
    }
  }

  /** What a lot is about: a heading, and the State or group it is for. */
  purpose(lot) {
    switch (lot.purpose) {
      case "seat": return [this.seat(lot.kind), this.state(lot.state)];
      case "turn": return [this.term("nextUp"), `${this.term("year")} ${lot.year}`];
      case "year": return [`${this.term("year")} ${lot.year}`, this.group(lot.region)];
      case "place": return [this.term("extraPlace"), this.group(lot.region)];
      case "first": return [this.term("listBegins"), this.group(lot.region)];
      case "replacement": return [this.term("takesItsPlace"), this.state(lot.state)];
      case "joining": return [this.term("itsYear"), this.state(lot.state)];
      default: return [lot.purpose, ""];
    }
  }

  /** What was drawn: a State, or a year. */
  drawn(lot) {
    const isYear = lot.purpose === "place" || lot.purpose === "joining";
    return isYear ? `${this.term("year")} ${lot.drawn}` : this.state(lot.drawn);
  }

  /** A line in one sentence, for those who listen. */
  sentence(scene) {
    switch (scene.event) {
      case "lot": {
        const [what, whose] = this.purpose(scene);
        return `${whose}: ${what}: ${this.drawn(scene)}. `
          + `${this.term("inTheBowl")}: ${scene.bowl.length}.`;
      }
      case "waiver":
        return `${this.term("waived")}: ${this.state(scene.state)}: `
          + `${this.term(`rule_${scene.rule}`)}.`;
      case "seeded": return `${this.draw(scene.draw)}. ${this.term("seedIs")}: ${scene.seed}`;
      case "announced": return `${this.term("announced")}: ${this.draw(scene.draw)}`;
      case "withdrawn": return `${this.term("withdrawn")}: ${this.draw(scene.draw)}`;
      case "redraw": return `${this.term("redrawn")}: ${this.state(scene.state)}`;
      case "deferred": return `${this.term("deferred")}: ${this.state(scene.state)}`;
      case "stood down": return `${this.term("stoodDown")}: ${this.state(scene.state)}`;
      case "amended": return this.term("amended");
      default: return "";
    }
  }
}
