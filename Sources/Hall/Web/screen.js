"use strict";

/** The screen of the hall: what happened last, large; and the table filling up beside it. */
(() => {
  const { element, name, code } = Hall;
  const root = document.documentElement;
  const tongues = root.dataset.languages.split(",");
  const all = ["en", "fr", "es", "ru", "zh", "ar"];
  const find = (name) => document.getElementById(name);
  let [show, phase, words, asked, odds, oddsKey] = [new Show(), {}, [], null, null, ""];
  const now = () => ({ show, phase, odds });

  // Putting it up.

  function render(isFresh) {
    const first = words[0];
    if (!first) return;
    const drawn = show.draw ? first.draw(show.draw) : "";
    find("title").textContent = show.rulebook ? show.rulebook.name : first.term("screen");
    find("draw").textContent =
      [drawn, phase.replay ? first.term("replay") : ""].filter((text) => text).join(" · ");
    document.title = drawn ? `${drawn} · ${first.term("screen")}` : first.term("screen");
    find("scenes").replaceChildren(...words.map((w) =>
      element("section", {
        lang: w.tongue, dir: w.direction, class: isFresh ? "stage fresh" : "stage",
        tabindex: "0",
      }, ...Scenes.stage(w, now()))));
    find("table").replaceChildren(...Tables.table(first, now()));
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
    find("verdict").textContent = Scenes.verdict(first, now()).join("");
    find("verdict").className = phase.verdict && !phase.verdict.right ? "wrong" : "";
    find("head").replaceChildren(...(show.last
      ? [`${first.term("line")} ${show.last.line} · `, code(show.last.hash)] : []));
  }

  /** Learns how likely the pairs of the year were, once it is drawn and they are known. */
  async function learnOdds() {
    const year = Number(/^year (\d+)$/.exec(show.draw)?.[1] ?? 0);
    const isWanted = phase.odds?.includes(year)
      && (Scenes.isOver(now()) || phase.scene === "end");
    const key = `${year} ${show.last?.line}`;
    if (!isWanted || key === oddsKey) return;
    oddsKey = key;
    const answer = await fetch(`/odds?year=${year}`).catch(() => null);
    odds = answer?.ok ? await answer.json() : null;
    render(false);
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
      await learnOdds();
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
      learnOdds();
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
