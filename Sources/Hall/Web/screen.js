"use strict";

/** The screen of the hall: what happened last, large; and the table filling up beside it. */
(() => {
  const { element } = Hall;
  const root = document.documentElement;
  const tongues = root.dataset.languages.split(",");
  const all = ["en", "fr", "es", "ru", "zh", "ar"];
  const find = (name) => document.getElementById(name);
  let [show, phase, words, asked] = [new Show(), {}, [], null];

  const name = (text) => element("bdi", {}, text);
  const line = (label, value, attributes = {}) =>
    element("p", attributes, element("span", { class: "label" }, label), " ", value);
  const code = (text) => element("code", { dir: "ltr" }, text);

  // What stands on the stage.

  function waiting(w) { return [element("p", { class: "big" }, w.term("waitsForOpening"))]; }

  function rules(w) {
    const rulebook = show.rulebook;
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

  function inputs(w) {
    return [
      element("h2", {}, w.term("inputs")),
      line(w.term("states"), element("strong", {}, String(show.states.size))),
      line(w.term("barredPairs"), element("strong", {}, String(show.opening.conflicts))),
      line(w.term("inputsHash"), code(show.opening.hash), { class: "hash" }),
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

  function lot(w, scene) {
    const [what, whose] = w.purpose(scene);
    const state = show.states.get(scene.state);
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

  function end(w) {
    const pieces = [element("h2", {}, w.draw(show.draw || "selection"))];
    pieces.push(line(w.term("lots"), element("strong", {}, String(show.lots.length))));
    const bowls = show.bowls;
    if (bowls) pieces.push(line(w.term("smallestBowls"), bowls.join(" · ")));
    pieces.push(...verdict(w).map((text) => element("p", {}, text)));
    pieces.push(
      line(w.term("hashOfLastLine"), code(show.last.hash), { class: "hash" }),
      element("img", {
        class: "qr", src: `/qr.svg?${show.last.hash}`, alt: w.term("hashOfLastLine"),
      }));
    return pieces;
  }

  function verdict(w) {
    if (!phase.verdict) return [];
    const { right, lines, words: said } = phase.verdict;
    return [
      right
        ? `${w.term("secondProgram")}: ${w.term("rightUpTo")} ${lines}`
        : `${w.term("secondProgram")}: ${w.term("wrong")}: ${said}`,
    ];
  }

  function stage(w) {
    const last = show.last;
    if (!last || !show.rulebook) {
      return phase.fault ? [element("p", { class: "big" }, phase.fault)] : waiting(w);
    }
    switch (phase.scene) {
      case "rules": return rules(w);
      case "inputs": return inputs(w);
      case "end": return end(w);
      case "table": return [element("h2", {}, w.term("table"))];
      default: break;
    }
    switch (last.event) {
      case "opened": return [...rules(w), ...inputs(w)];
      case "announced": return announced(w, last);
      case "seeded": return seeded(w, last);
      case "lot": return isOver() ? end(w) : lot(w, last);
      case "waiver":
        if (isOver()) return end(w);
        return [
          ...(show.lot ? lot(w, show.lot) : []),
          line(w.term("waived"), element("strong", {}, w.term(`rule_${last.rule}`)),
            { class: "waiver" }),
        ];
      case "uniform":
      case "ticket": return [...change(w, last), ...end(w).slice(1)];
      default: return change(w, last);
    }
  }

  function isOver() {
    return phase.replay ? phase.lines === phase.all : phase.activity === "idle";
  }

  // The table.

  function table(w) {
    if (!show.rulebook) return [];
    const pieces = [element("h2", {}, w.term("table"))];
    pieces.push(show.year > 0 ? reviewTable(w) : yearTable(w));
    pieces.push(loadTable(w));
    return pieces;
  }

  function reviewTable(w) {
    const rows = show.ofYear(show.year).map((review) => {
      const isNow = show.lot?.state === review.state && !isOver();
      const reviewers = review.reviewers.map(
        (reviewer) => element("li", {}, name(w.state(reviewer))));
      for (let seat = 0; seat < review.left; seat += 1) {
        reviewers.push(element("li", { class: "open" }, "…"));
      }
      for (let seat = 0; seat < review.empty; seat += 1) {
        reviewers.push(element("li", {}, w.term("emptySeat")));
      }
      return element("tr", { class: isNow ? "now" : null },
        element("th", { scope: "row" }, name(w.state(review.state))),
        element("td", {}, element("ul", {}, ...reviewers)));
    });
    return element("div", { class: "scroll", tabindex: "0" },
      element("table", {},
        element("caption", {}, `${w.term("year")} ${show.year}`),
        element("thead", {}, element("tr", {},
          element("th", { scope: "col" }, w.term("stateUnderReview")),
          element("th", { scope: "col" }, w.term("reviewingStates")))),
        element("tbody", {}, ...rows)));
  }

  function yearTable(w) {
    const rows = [];
    for (let year = 1; year <= show.rulebook.years; year += 1) {
      const states = show.ofYear(year).map((review) => w.state(review.state));
      const isNow = show.lot?.purpose === "year" && show.lot.year === year && !isOver();
      rows.push(element("tr", { class: isNow ? "now" : null },
        element("th", { scope: "row" }, `${w.term("year")} ${year}`),
        element("td", {}, String(states.length)),
        element("td", {}, name(states.join(", ")))));
    }
    return element("div", { class: "scroll", tabindex: "0" },
      element("table", { class: "years" },
        element("caption", {}, w.term("drawSelection")),
        element("thead", {}, element("tr", {},
          element("th", { scope: "col" }, w.term("year")),
          element("th", { scope: "col" }, w.term("total")),
          element("th", { scope: "col" }, w.term("states")))),
        element("tbody", {}, ...rows)));
  }

  function loadTable(w) {
    const [groups, counts] = [new Map(), new Map()];
    for (const [state, load] of show.loads) {
      const { group, reviewer } = show.states.get(state) ?? {};
      if (group !== undefined) groups.set(group, (groups.get(group) ?? 0) + load);
      if (reviewer) counts.set(load, (counts.get(load) ?? 0) + 1);
    }
    const cells = [...groups].sort().map(([group, load]) =>
      element("li", {}, name(w.group(group) || "–"), ` ${load}`));
    const sizes = [...counts].sort(([one], [other]) => one - other).map(([load, states]) =>
      element("li", {}, `${load}: ${states}`));
    return element("div", { class: "loads" },
      element("h3", {}, w.term("reviewsByGroup")), element("ul", {}, ...cells),
      element("h3", {}, w.term("reviewsDone")), element("ul", {}, ...sizes));
  }

  // Putting it up.

  function render(isFresh) {
    const first = words[0];
    if (!first) return;
    const now = show.draw ? first.draw(show.draw) : "";
    find("title").textContent = show.rulebook ? show.rulebook.name : first.term("screen");
    find("draw").textContent =
      [now, phase.replay ? first.term("replay") : ""].filter((text) => text).join(" · ");
    document.title = now ? `${now} · ${first.term("screen")}` : first.term("screen");
    find("scenes").replaceChildren(...words.map((w) =>
      element("section", {
        lang: w.tongue, dir: w.direction, class: isFresh ? "stage fresh" : "stage",
        tabindex: "0",
      }, ...stage(w))));
    find("table").replaceChildren(...table(first));
    root.classList.toggle("wide", phase.scene === "table");
    showRow(document.querySelector("tr.now"));
    status();
  }

  /** Scrolls the table, and nothing else, to a row. */
  function showRow(row) {
    const box = row?.closest(".scroll");
    if (!box) return;
    const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
    box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  }

  function status() {
    const first = words[0];
    const key = { idle: "ended" }[phase.activity] ?? phase.activity;
    find("activity").textContent =
      find("activity").dataset.lost ? first.term("lostConnection")
        : show.last && key ? first.term(key) : "";
    find("verdict").textContent = verdict(first).join("");
    find("verdict").className = phase.verdict && !phase.verdict.right ? "wrong" : "";
    find("head").replaceChildren(...(show.last
      ? [`${first.term("line")} ${show.last.line} · `, code(show.last.hash)] : []));
  }

  function hear(scene) {
    if (scene.event === "waiver") return;
    const texts = words.map((w) => element("span", { lang: w.tongue }, w.sentence(scene), " "));
    find("heard").replaceChildren(...texts);
  }

  // Questions.

  async function ask(state, lineOfLot) {
    const form = find("question");
    form.hidden = false;
    const answers = await Promise.all(words.map(async (w) => {
      const answer = await fetch(
        `/why?line=${lineOfLot}&state=${encodeURIComponent(state)}&lang=${w.tongue}`);
      const reasons = answer.ok ? (await answer.json()).reasons : ["–"];
      const list = reasons.length ? reasons : [w.term("wasInBowl")];
      return element("div", { lang: w.tongue, dir: w.direction },
        element("strong", {}, name(w.state(state))),
        element("ul", {}, ...list.map((reason) => element("li", {}, reason))));
    }));
    find("reasons").replaceChildren(...answers);
  }

  function openQuestion(isOpen) {
    find("question").hidden = !isOpen;
    find("reasons").replaceChildren();
    if (isOpen) find("code").focus();
  }

  find("question").addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = find("code").value.trim().toUpperCase();
    const seat = [...show.lots].reverse().find((scene) => scene.purpose === "seat");
    if (typed && seat) ask(typed, seat.line);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return openQuestion(false);
    if (event.target.tagName === "INPUT") return;
    if (event.key === "?" || event.key === "/") {
      event.preventDefault();
      openQuestion(true);
    } else if (event.key === "d") {
      root.dataset.look = root.dataset.look === "dark" ? "light" : "dark";
    } else if (event.key === "l") {
      const next = all[(all.indexOf(tongues[0]) + 1) % all.length];
      location.search = `?lang=${next}&look=${root.dataset.look}`;
    } else if (event.key === "f") {
      if (document.fullscreenElement) document.exitFullscreen();
      else root.requestFullscreen?.();
    }
  });

  // The news.

  async function learn() {
    words = (await Promise.all(tongues.map((tongue) => Hall.words(tongue))))
      .map((data) => new Words(data));
    document.querySelector("#question label").textContent =
      `${words[0].term("whyMissing")} ${words[0].term("codeOfState")}:`;
    find("table").setAttribute("aria-label", words[0].term("table"));
  }

  function note(next) {
    phase = next;
    const question = phase.question ? `${phase.question.state} ${phase.question.line}` : null;
    if (question && question !== asked) ask(phase.question.state, phase.question.line);
    else if (!question && asked) openQuestion(false);
    asked = question;
  }

  Hall.follow({
    async story(story) {
      await learn();
      show = new Show();
      for (const scene of story.scenes) show.apply(scene);
      note(story.phase);
      render(false);
    },
    async scene(scene) {
      show.apply(scene);
      if (scene.event === "opened" || scene.event === "amended") await learn();
      hear(scene);
      render(true);
    },
    phase(next) {
      note(next);
      render(false);
    },
    lost() {
      find("activity").dataset.lost = "yes";
      if (words[0]) status();
    },
    found() {
      delete find("activity").dataset.lost;
      if (words[0]) status();
    },
  });
})();
