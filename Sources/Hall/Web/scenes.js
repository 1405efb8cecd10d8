"use strict";

/** What the screen shows large, scene by scene, in one language. */
const Scenes = (() => {
  const { element, name, code } = Hall;
  const line = (label, value, attributes = {}) =>
    element("p", attributes, element("span", { class: "label" }, label), " ", value);

  function waiting(w) { return [element("p", { class: "big" }, w.term("waitsForOpening"))]; }

  function rules(w, now) {
    const rulebook = now.show.rulebook;
    const list = [w.term("ruleOnce")];
    if (rulebook.byLot) list.push(w.term("ruleYears"));
    list.push(`${w.term("ruleReviewers")}: ${rulebook.reviewers}`);
    if (rulebook.protocols) list.push(w.term("ruleProtocols"));
    if (rulebook.sameGroup) list.push(w.term("ruleGroup"));
    if (!rulebook.mutual) list.push(w.term("ruleMutual"));
    list.push(`${w.term("ruleLoads")}: ${rulebook.minimum}–${rulebook.maximum}`);
    return [
      element("h2", {}, w.term("rules")),
      element("ul", { class: "rules" }, ...list.map((rule) => element("li", {}, rule))),
      element("p", { class: "small" }, name(`${rulebook.name} · ${rulebook.source}`)),
    ];
  }

  function inputs(w, now) {
    return [
      element("h2", {}, w.term("inputs")),
      line(w.term("states"), element("strong", {}, String(now.show.states.size))),
      line(w.term("barredPairs"), element("strong", {}, String(now.show.opening.conflicts))),
      line(w.term("inputsHash"), code(now.show.opening.hash), { class: "hash" }),
      element("p", { class: "small" }, w.term("readAloud")),
    ];
  }

  function announced(w, scene) {
    const pieces = [
      element("h2", {}, w.term("announced")),
      element("p", { class: "big" }, w.draw(scene.draw)),
      line(w.term("source"), element("q", { dir: "auto" }, scene.source)),
    ];
    if (scene.method !== "bowls") pieces.push(line(w.term("theMethod"), scene.method));
    if (scene.commitment) pieces.push(line(w.term("secretHash"), code(scene.commitment)));
    if (scene.experts) pieces.push(line(w.term("expertsHash"), code(scene.experts)));
    return pieces;
  }

  function seeded(w, scene) {
    const pieces = [
      element("h2", {}, w.draw(scene.draw)),
      element("p", { class: "label" }, w.term("seedIs")),
      element("p", { class: "seed" }, code(scene.seed)),
    ];
    if (scene.public) pieces.push(line(w.term("publicText"), code(scene.public)));
    return pieces;
  }

  function lot(w, scene, now) {
    const [what, whose] = w.purpose(scene);
    const state = now.show.states.get(scene.state);
    const about = state
      ? [w.group(state.group), ...state.protocols].filter((text) => text !== "").join(" · ") : "";
    const count = scene.bowl.length;
    const size = count <= 16 ? "few" : count <= 48 ? "some" : count <= 100 ? "many" : "crowd";
    const isYears = scene.purpose === "place" || scene.purpose === "joining";
    const bowl = scene.bowl.map((choice, place) => {
      const text = isYears ? `${w.term("year")} ${choice}` : w.state(choice);
      return element("li", { class: place === scene.index ? "taken" : null }, name(text));
    });
    return [
      scene.purpose === "seat"
        ? element("p", { class: "label" }, w.term("stateUnderReview")) : null,
      element("h2", { class: "whose" }, name(whose)),
      about ? element("p", { class: "small" }, about) : null,
      element("p", { class: "what" }, what),
      element("p", { class: "drawn" },
        element("span", { class: "label" }, w.term("drawn")), " ",
        element("strong", {}, name(w.drawn(scene)))),
      element("p", { class: "count" },
        `${w.term("inTheBowl")}: ${count} · ${w.term("chance")}: 1 : ${count}`),
      ...blocks(w, scene),
      element("ol", { class: `bowl ${size}` }, ...bowl),
    ].filter((piece) => piece);
  }

  function blocks(w, scene) {
    return (scene.blocks ?? []).map((block, place, list) => {
      const isLast = place === list.length - 1;
      const sum = `${block.number} mod ${scene.bowl.length} = ${scene.index}`;
      return element("p", { class: "block" },
        `${w.term("blockNumber")} ${block.counter}: `, code(isLast ? sum : block.number),
        isLast ? ` · ${w.term("placeInBowl")}` : ` · ${w.term("passedOver")}`);
    });
  }

  function change(w, scene) {
    const heading = {
      "redraw": "redrawn", "deferred": "deferred", "stood down": "stoodDown",
      "amended": "amended", "withdrawn": "withdrawn", "uniform": "drawnAsAWhole",
      "ticket": "drawnAsAWhole", "tickets": "listPublished",
    }[scene.event];
    const pieces = [element("h2", {}, w.term(heading))];
    if (scene.state) pieces.push(element("p", { class: "big" }, name(w.state(scene.state))));
    else if (scene.draw) pieces.push(element("p", { class: "big" }, w.draw(scene.draw)));
    for (const key of ["released", "joined", "left"]) {
      if (scene[key]?.length) {
        pieces.push(element("p", {}, name(scene[key].map((state) => w.state(state)).join(", "))));
      }
    }
    if (scene.to) pieces.push(line(w.term("year"), `${scene.from} → ${scene.to}`));
    if (scene.reason) {
      pieces.push(line(w.term("reason"), element("q", { dir: "auto" }, scene.reason)));
    }
    if (scene.ticket != null) pieces.push(element("p", { class: "big" }, String(scene.ticket)));
    if (scene.sha256) pieces.push(element("p", { class: "hash" }, code(scene.sha256)));
    return pieces;
  }

  function end(w, now) {
    const pieces = [element("h2", {}, w.draw(now.show.draw || "selection"))];
    pieces.push(line(w.term("lots"), element("strong", {}, String(now.show.lots.length))));
    const bowls = now.show.bowls;
    if (bowls) pieces.push(line(w.term("smallestBowls"), bowls.join(" · ")));
    if (now.show.waivers.length) {
      pieces.push(line(w.term("waivedInAll"), String(now.show.waivers.length)));
    }
    pieces.push(...chances(w, now), ...verdict(w, now).map((text) => element("p", {}, text)));
    pieces.push(
      line(w.term("hashOfLastLine"), code(now.show.last.hash), { class: "hash" }),
      element("img", {
        class: "qr", src: `/qr.svg?${now.show.last.hash}`, alt: w.term("hashOfLastLine"),
      }));
    return pieces;
  }

  /** How likely the pairs were that were drawn: the likeliest, and the least likely. */
  function chances(w, now) {
    const { odds } = now;
    if (!odds?.pairs.length || now.show.draw !== `year ${odds.year}`) return [];
    const pairs = [...odds.pairs].sort((one, other) => one.millionths - other.millionths);
    const percent = new Intl.NumberFormat(w.tongue === "ar" ? "ar-u-nu-latn" : w.tongue, {
      style: "percent", maximumSignificantDigits: 2,
    });
    const row = (term, pair) => element("li", {}, `${w.term(term)}: `,
      name(w.state(pair.state)), " ← ", name(w.state(pair.reviewer)), " ",
      element("strong", {}, name(percent.format(pair.millionths / 1e6))));
    const from = odds.samples ? ` (${w.term("fromDraws")}: ${odds.samples})` : "";
    return [
      element("p", { class: "label chances" }, `${w.term("chancesBefore")}${from}`),
      element("ul", { class: "chances" }, row("likeliestPair", pairs[pairs.length - 1]),
        row("leastLikelyPair", pairs[0])),
    ];
  }

  function verdict(w, now) {
    if (!now.phase.verdict) return [];
    const { right, lines, words: said } = now.phase.verdict;
    return [
      right
        ? `${w.term("secondProgram")}: ${w.term("rightUpTo")} ${lines}`
        : `${w.term("secondProgram")}: ${w.term("wrong")}: ${said}`,
    ];
  }

  function stage(w, now) {
    const last = now.show.last;
    if (!last || !now.show.rulebook) {
      return now.phase.fault ? [element("p", { class: "big" }, now.phase.fault)] : waiting(w);
    }
    switch (now.phase.scene) {
      case "rules": return rules(w, now);
      case "inputs": return inputs(w, now);
      case "end": return end(w, now);
      case "table": return [element("h2", {}, w.term("table"))];
      default: break;
    }
    switch (last.event) {
      case "opened": return [...rules(w, now), ...inputs(w, now)];
      case "announced": return announced(w, last);
      case "seeded": return seeded(w, last);
      case "lot": return isOver(now) ? end(w, now) : lot(w, last, now);
      case "waiver":
        if (isOver(now)) return end(w, now);
        return [
          ...(now.show.lot ? lot(w, now.show.lot, now) : []),
          line(w.term("waived"), element("strong", {}, w.term(`rule_${last.rule}`)),
            { class: "waiver" }),
        ];
      case "uniform":
      case "ticket": return [...change(w, last), ...end(w, now).slice(1)];
      default: return change(w, last);
    }
  }

  /** Whether everything that is to be drawn for now has been drawn. */
  function isOver(now) {
    return now.phase.replay ? now.phase.lines === now.phase.all : now.phase.activity === "idle";
  }

  return { stage, verdict, isOver };
})();
