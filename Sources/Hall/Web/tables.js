"use strict";

/** The table that fills up beside the scenes, in one language. */
const Tables = (() => {
  const { element, name } = Hall;

  function table(w, now) {
    if (!now.show.rulebook) return [];
    const pieces = [element("h2", {}, w.term("table"))];
    pieces.push(now.show.year > 0 ? reviewTable(w, now) : yearTable(w, now));
    pieces.push(loadTable(w, now));
    return pieces;
  }

  function reviewTable(w, now) {
    const rows = now.show.ofYear(now.show.year).map((review) => {
      const isNow = now.show.lot?.state === review.state && !Scenes.isOver(now);
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
        element("caption", {}, `${w.term("year")} ${now.show.year}`),
        element("thead", {}, element("tr", {},
          element("th", { scope: "col" }, w.term("stateUnderReview")),
          element("th", { scope: "col" }, w.term("reviewingStates")))),
        element("tbody", {}, ...rows)));
  }

  function yearTable(w, now) {
    const rows = [];
    for (let year = 1; year <= now.show.rulebook.years; year += 1) {
      const states = now.show.ofYear(year).map((review) => w.state(review.state));
      const isNow =
        now.show.lot?.purpose === "year" && now.show.lot.year === year && !Scenes.isOver(now);
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

  function loadTable(w, now) {
    const [groups, counts] = [new Map(), new Map()];
    for (const [state, load] of now.show.loads) {
      const { group, reviewer } = now.show.states.get(state) ?? {};
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

  return { table };
})();
