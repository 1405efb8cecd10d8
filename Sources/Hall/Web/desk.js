"use strict";

/** The desk: forms for the commands, each said first and then confirmed. */
(() => {
  const { element } = Hall;
  const { tried } = Asking;
  const root = document.documentElement;
  const find = (name) => document.getElementById(name);
  const tongues = ["en", "ar", "zh", "fr", "ru", "es"];
  let [words, command, trial, state, phase] = [null, "", null, {}, {}];

  // Coming in.

  async function enter() {
    await speak();
    const link = location.hash.slice(1);
    history.replaceState(null, "", location.pathname + location.search);
    if (link) {
      Asking.key = link;
      Asking.key = (await Asking.post("/desk/enter", {})).key;
      sessionStorage.setItem("key", Asking.key);
    } else {
      Asking.key = sessionStorage.getItem("key") ?? "";
    }
    build();
    await learn();
    find("desk").hidden = false;
    Hall.follow({ phase: heard, scene() {} });
  }

  /** Says the page in the language that was chosen in this window, or that its address asks for. */
  async function speak() {
    const kept = sessionStorage.getItem("tongue");
    words = new Words(await Hall.words(`${tongues.includes(kept) ? kept : root.lang}/desk`));
    [root.lang, root.dir] = [words.tongue, words.direction];
    for (const place of document.querySelectorAll("[data-term]")) {
      place.textContent = words.term(place.dataset.term);
    }
    document.title = `${words.term("desk")} · ${find("folder").textContent}`;
  }

  async function learn() {
    state = await (await Asking.get("/desk/state")).json();
    find("status").textContent = state.status;
    find("last").textContent = state.last
      ? `${state.last.said}${state.last.output ? `\n${state.last.output}` : ""}` : "";
    find("replay").hidden = !state.replay;
    find("commands").hidden = state.replay;
    find("go-on").hidden = !state.interrupted;
    find("made").replaceChildren(...state.made.map((file) => {
      const button = element("button", { type: "button" }, file);
      button.addEventListener("click", () => tried(() =>
        Asking.download(`/desk/made?name=${encodeURIComponent(file)}`, file)));
      return button;
    }));
  }

  function heard(next) {
    const isNew = next.finished !== phase.finished || next.activity !== phase.activity
      || next.lines !== phase.lines && next.activity === "idle";
    phase = next;
    const said = {
      idle: words.term("nothingDrawn"), drawing: words.term("drawing"),
      waiting: words.term("waitsForSpace"), paused: words.term("pausedUntilP"),
      interrupted: `${words.term("interrupted")} (${words.draw(next.draw)})`,
    };
    find("activity").textContent =
      `${said[next.activity]} ${words.term("line")} ${next.lines} / ${next.all}. ${next.fault}`
        .trim();
    for (const button of find("shown").children) {
      button.setAttribute("aria-pressed", String(button.dataset.scene === next.scene));
    }
    find("pace").value = [...find("pace").options].some((option) => option.value === next.pace)
      ? next.pace : "";
    if (isNew) learn().catch(refuse);
  }

  // The keys of a draw.

  const pressed = (press) => tried(() => Asking.post("/desk/pace", { key: press }));

  document.addEventListener("keydown", (event) => {
    const isTyping = ["INPUT", "TEXTAREA", "SELECT", "BUTTON", "A"].includes(event.target.tagName);
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey || find("desk").hidden) return;
    if (event.key !== " " && event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    // A key that is held down is pressed once: no lot is drawn because a hand rests on it.
    if (event.repeat) return;
    if (event.key === " ") pressed("next");
    else pressed(phase.activity === "paused" ? "go" : "pause");
  });

  // What stands on the page.

  function build() {
    for (const [name, form] of Object.entries(Forms)) {
      const button = element(
        "button", { type: "button", "data-command": name }, words.term(form.title));
      button.addEventListener("click", () => open(name));
      find("menu").append(button);
    }
    for (const [scene, label] of [
      ["follow", "whatHappens"], ["rules", "rules"], ["inputs", "inputs"], ["table", "table"],
      ["end", "theEnd"],
    ]) {
      const button = element("button", { type: "button", "data-scene": scene }, words.term(label));
      button.addEventListener("click", () => tried(() => Asking.post("/desk/show", { scene })));
      find("shown").append(button);
    }
    buildKeys();
    for (const tongue of tongues) {
      find("tongue").append(element("option", { selected: tongue === words.tongue }, tongue));
    }
    find("tongue").addEventListener("change", () => {
      sessionStorage.setItem("tongue", find("tongue").value);
      location.reload();
    });
    for (const languages of [...tongues, tongues.join(",")]) {
      find("languages").append(element("option", {}, languages));
    }
    find("take").addEventListener("click", () => tried(() => Asking.download(
      `/desk/publication.tar?language=${find("languages").value}`, "pages.tar")));
    find("goto").addEventListener("click", () => tried(() =>
      Asking.post("/desk/line", { line: Number(find("line").value) })));
    for (const [form, action] of [["ask", ask], ["form", say], ["confirm", act]]) {
      find(form).addEventListener("submit", (event) => {
        event.preventDefault();
        tried(action);
      });
    }
  }

  function buildKeys() {
    const goOn = element(
      "button", { type: "button", id: "go-on", hidden: true }, words.term("goOnInterrupted"));
    goOn.addEventListener("click", () => tried(async () => {
      said(await Asking.post("/desk/go-on", {}));
    }));
    const buttons = [
      ["next", "nextLot"], ["pause", "pauseKey"], ["go", "goOnKey"], ["rest", "withoutWaiting"],
    ].map(([press, label]) => {
      const button = element("button", { type: "button", "data-press": press }, words.term(label));
      button.addEventListener("click", () => pressed(press));
      return button;
    });
    find("keys").append(goOn, ...buttons);
    const seconds = (count) => [count, `${count} ${words.term("secondsSign")}`];
    for (const [pace, label] of [
      ["", words.term("asGiven")], ["key", words.term("eachByKey")],
      ...["1", "2", "5", "10", "30"].map(seconds), ["0", words.term("noWaiting")],
    ]) find("pace").append(element("option", { value: pace }, label));
    find("pace").addEventListener("change", () => {
      if (find("pace").value) pressed(find("pace").value);
    });
  }

  const ask = () => Asking.post("/desk/ask", { state: find("asked").value.trim() });

  // Saying and doing.

  function open(name) {
    command = name;
    for (const button of find("menu").children) {
      button.setAttribute("aria-pressed", String(button.dataset.command === name));
    }
    find("form").replaceChildren(
      ...Forms[name].fields.map((option) => Filling.field(option, words)),
      element("button", { id: "say" }, words.term(name === "check" ? "check" : "sayWhat")));
    find("saying").hidden = true;
    // What was said of another form is not done from here.
    trial = null;
    find("confirm").hidden = true;
    find("form").querySelector("input, textarea")?.focus();
  }

  async function say() {
    const asked = command;
    trial = null;
    find("confirm").hidden = true;
    const answer = await Asking.post(
      "/desk/say", { command, options: await Filling.values(command) });
    // Another form was opened while the words were on their way.
    if (asked === command) said(answer);
  }

  function said(answer) {
    find("saying").hidden = false;
    find("said").textContent = [answer.said, answer.output].filter((text) => text).join("\n");
    trial = answer.trial ?? null;
    find("confirm").hidden = !trial;
    if (trial) {
      document.querySelector("#confirm label").replaceChildren(
        `${words.term("toDoItType")} `, Hall.code(answer.confirmation), ": ");
      find("typed").value = "";
      find("typed").focus();
    } else {
      find("saying-title").focus();
    }
  }

  async function act() {
    if (!trial) return;
    await Asking.post("/desk/act", { trial, typed: find("typed").value.trim() });
    trial = null;
    find("confirm").hidden = true;
    find("said").textContent = words.term("beingDone");
    // From here Space and P are the draw's; a hidden field would keep them.
    find("typed").blur();
    find("running-title").focus();
  }

  /** The server was started anew, or the link was used: what is typed here goes nowhere. */
  function refuse(error) {
    find("refused").hidden = false;
    const advice = words ? ` ${words.term("terminalShowsLink")}` : "";
    find("refused").textContent = `${error.message}${advice}`;
  }

  enter().catch(refuse);
})();
