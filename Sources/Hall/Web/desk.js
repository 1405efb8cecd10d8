"use strict";

/** The desk: forms for the commands, each said first and then confirmed. */
(() => {
  const { element } = Hall;
  const find = (name) => document.getElementById(name);
  const header = "X-PeerLots-Token";
  let [key, command, trial, state, phase] = ["", "", null, {}, {}];

  // Asking the server.

  async function post(path, body, type = "application/json") {
    const answer = await fetch(path, {
      method: "POST", headers: { [header]: key, "Content-Type": type },
      body: typeof body === "object" && !(body instanceof Blob) ? JSON.stringify(body) : body,
    });
    const text = await answer.text();
    if (!answer.ok) {
      let words = text.trim();
      try { words = JSON.parse(text).error ?? words; } catch { /* It is no JSON: said as it is. */ }
      throw new Error(words);
    }
    return JSON.parse(text);
  }

  async function get(path) {
    const answer = await fetch(path, { headers: { [header]: key } });
    if (!answer.ok) throw new Error((await answer.text()).trim());
    return answer;
  }

  function trouble(error) {
    find("saying").hidden = false;
    find("trouble").textContent = error ? error.message : "";
  }

  async function tried(action) {
    try {
      trouble(null);
      await action();
    } catch (error) { trouble(error); }
  }

  // Coming in.

  async function enter() {
    const link = location.hash.slice(1);
    history.replaceState(null, "", "/desk");
    if (link) {
      key = link;
      key = (await post("/desk/enter", {})).key;
      sessionStorage.setItem("key", key);
    } else {
      key = sessionStorage.getItem("key") ?? "";
    }
    await learn();
    find("desk").hidden = false;
    build();
    Hall.follow({ phase: heard, scene() {} });
  }

  async function learn() {
    state = await (await get("/desk/state")).json();
    find("status").textContent = state.status;
    find("last").textContent = state.last
      ? `${state.last.said}${state.last.output ? `\n${state.last.output}` : ""}` : "";
    find("replay").hidden = !state.replay;
    find("commands").hidden = state.replay;
    keys();
  }

  function heard(next) {
    const isNew = next.finished !== phase.finished || next.activity !== phase.activity
      || next.lines !== phase.lines && next.activity === "idle";
    phase = next;
    const words = {
      idle: "Nothing is being drawn.", drawing: "Lots are being drawn.",
      waiting: "The next lot waits: press Space.", paused: "Paused: press P to go on.",
      interrupted: `The draw "${next.draw}" was interrupted.`,
    };
    find("activity").textContent =
      `${words[next.activity]} Line ${next.lines} of ${next.all}. ${next.fault}`.trim();
    for (const button of find("shown").children) {
      button.setAttribute("aria-pressed", String(button.dataset.scene === next.scene));
    }
    find("pace").value = [...find("pace").options].some((option) => option.value === next.pace)
      ? next.pace : "";
    if (isNew) learn().catch(refuse);
  }

  // The keys of a draw.

  function keys() {
    const goOn = element(
      "button", { type: "button", id: "go-on" }, "Go on with the interrupted draw");
    goOn.addEventListener("click", () => tried(async () => {
      said(await post("/desk/go-on", {}));
    }));
    const buttons = [
      ["next", "Next lot (Space)"], ["pause", "Pause (P)"], ["go", "Go on (P)"],
      ["rest", "The rest without waiting"],
    ].map(([press, label]) => {
      const button = element("button", { type: "button", "data-press": press }, label);
      button.addEventListener("click", () => pressed(press));
      return button;
    });
    find("keys").replaceChildren(...(state.interrupted ? [goOn] : []), ...buttons);
  }

  const pressed = (press) => tried(() => post("/desk/pace", { key: press }));

  document.addEventListener("keydown", (event) => {
    const isTyping = ["INPUT", "TEXTAREA", "SELECT", "BUTTON", "A"].includes(event.target.tagName);
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey || find("desk").hidden) return;
    if (event.key === " ") {
      event.preventDefault();
      pressed("next");
    } else if (event.key.toLowerCase() === "p") {
      pressed(phase.activity === "paused" ? "go" : "pause");
    }
  });

  // Forms.

  function build() {
    for (const [name, form] of Object.entries(Forms)) {
      const button = element("button", { type: "button", "data-command": name }, form.title);
      button.addEventListener("click", () => open(name));
      find("menu").append(button);
    }
    for (const [scene, label] of [
      ["follow", "What happens"], ["rules", "The rules"], ["inputs", "The inputs"],
      ["table", "The table"], ["end", "The end"],
    ]) {
      const button = element("button", { type: "button", "data-scene": scene }, label);
      button.addEventListener("click", () => tried(() => post("/desk/show", { scene })));
      find("shown").append(button);
    }
    for (const [pace, label] of [
      ["", "as it was given"], ["key", "each lot by key"], ["1", "1 s"], ["2", "2 s"], ["5", "5 s"],
      ["10", "10 s"], ["30", "30 s"], ["0", "without waiting"],
    ]) find("pace").append(element("option", { value: pace }, label));
    find("pace").addEventListener("change", () => {
      if (find("pace").value) pressed(find("pace").value);
    });
    for (const languages of ["en", "ar", "zh", "fr", "ru", "es", "ar,zh,en,fr,ru,es"]) {
      find("languages").append(element("option", {}, languages));
    }
    find("take").addEventListener("click", () => tried(() =>
      download(`/desk/publication.tar?language=${find("languages").value}`, "pages.tar")));
    find("goto").addEventListener("click", () => tried(() =>
      post("/desk/line", { line: Number(find("line").value) })));
    find("ask").addEventListener("submit", (event) => {
      event.preventDefault();
      tried(() => post("/desk/ask", { state: find("asked").value.trim() }));
    });
    find("form").addEventListener("submit", (event) => {
      event.preventDefault();
      tried(say);
    });
    find("confirm").addEventListener("submit", (event) => {
      event.preventDefault();
      tried(act);
    });
    keys();
  }

  function open(name) {
    command = name;
    for (const button of find("menu").children) {
      button.setAttribute("aria-pressed", String(button.dataset.command === name));
    }
    find("form").replaceChildren(
      ...Forms[name].fields.map(field),
      element("button", { id: "say" }, name === "check" ? "Check" : "Say what would happen"));
    find("saying").hidden = true;
    find("form").querySelector("input, textarea")?.focus();
  }

  function field(option) {
    const id = `option-${option.name}`;
    const hint = option.hint
      ? element("p", { class: "hint", id: `${id}-hint` }, option.hint) : null;
    const described = hint ? `${id}-hint` : null;
    if (option.kind === "flag") {
      return element("div", { class: "field" },
        element("input", { type: "checkbox", id }), " ",
        element("label", { for: id, class: "flag" }, option.label));
    }
    const input = element("input", {
      id, "aria-describedby": described, required: option.required, value: option.value,
      spellcheck: "false", type: option.kind === "file" || option.kind === "table" ? "file"
        : option.kind === "secret" ? "password" : "text",
      autocomplete: option.kind === "secret" ? "new-password" : "off",
    });
    const pieces = [element("label", { for: id }, option.label), input, hint];
    if (option.kind === "rulebook") {
      pieces.push(element("label", { for: `${id}-file` }, "or its file"),
        element("input", { type: "file", id: `${id}-file` }));
    }
    if (option.kind === "table") pieces.push(...table(input, id));
    return element("div", { class: "field" }, ...pieces.filter((piece) => piece));
  }

  /** A table that can be mended where it stands, with its faults beside it. */
  function table(input, id) {
    const text = element("textarea", { id: `${id}-text`, hidden: true, spellcheck: "false",
      "aria-label": "The table, to be mended" });
    const faults = element("ul", { class: "faults", role: "status" });
    const grid = element("div", {
      class: "grid", tabindex: "0", role: "region", "aria-label": "The lines at fault",
    });
    const again = element(
      "button", { type: "button", hidden: true, id: `${id}-again` }, "Look again");
    const look = () => (input.looked = lookNow());
    async function lookNow() {
      const found = await post(
        `/desk/upload?kind=membership&name=${encodeURIComponent(input.dataset.name)}`,
        new Blob([input.bytes ?? text.value]), "text/csv");
      input.dataset.file = found.file;
      const lines = text.value.split(/\r\n|\r|\n/);
      faults.replaceChildren(...found.faults.map((fault) => {
        const button = element("button", { type: "button" }, fault.words);
        button.addEventListener("click", () => mark(fault.line));
        return element("li", {}, button);
      }), ...found.warnings.map((warning) => element("li", {}, warning)));
      grid.replaceChildren(cells(lines, found.faults));
    }
    function mark(line) {
      if (!line) return;
      const lines = text.value.split("\n");
      const start = lines.slice(0, line - 1).reduce((sum, other) => sum + other.length + 1, 0);
      text.focus();
      text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    }
    input.addEventListener("change", () => tried(async () => {
      const file = input.files[0];
      if (!file) return;
      if (file.size > 64 * 1024 * 1024) throw new Error("the table is larger than 64 MiB");
      input.dataset.name = file.name;
      input.looked = take(file);
      await input.looked;
    }));
    async function take(file) {
      // What is not UTF-8 goes as it is, so that the fault is that of the file.
      input.bytes = await file.arrayBuffer();
      text.value = new TextDecoder().decode(input.bytes);
      text.hidden = again.hidden = false;
      await lookNow();
    }
    text.addEventListener("input", () => { input.bytes = null; });
    again.addEventListener("click", () => tried(look));
    input.lookAgain = look;
    return [faults, grid, text, again];
  }

  /** The header and the lines with faults, the fields at fault marked. */
  function cells(lines, faults) {
    const separator = [",", ";", "\t"].find((sign) => lines[0]?.includes(sign)) ?? ",";
    const header = (lines[0] ?? "").split(separator);
    const columns = header.map((column) => column.trim().toLowerCase());
    const rows = faults.filter((fault) => fault.line).slice(0, 50).map((fault) =>
      element("tr", {}, element("th", { scope: "row" }, String(fault.line)),
        ...(lines[fault.line - 1] ?? "").split(separator).map((cell, place) =>
          element("td", { class: columns[place] === fault.column ? "fault" : null }, cell))));
    if (!rows.length) return "";
    return element("table", {},
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Line"),
        ...header.map((column) => element("th", { scope: "col" }, column)))),
      element("tbody", {}, ...rows));
  }

  async function value(option) {
    const input = find(`option-${option.name}`);
    switch (option.kind) {
      case "flag": return input.checked ? ["yes"] : null;
      case "table":
        // What was mended since is uploaded now; what is still on its way is waited for.
        if (input.dataset.name && !input.bytes) await input.lookAgain();
        await input.looked;
        return input.dataset.file ? [input.dataset.file] : null;
      case "file": return input.files[0] ? [await upload(input.files[0])] : null;
      case "rulebook": {
        const file = find(`${input.id}-file`).files[0];
        if (file) return [await upload(file)];
        return input.value.trim() ? [input.value.trim()] : null;
      }
      case "list": {
        const words = input.value.split(/[\s,;]+/).filter((word) => word);
        return words.length ? words : null;
      }
      // A seed is taken as it is typed: a blank too many is said, not cut.
      default: return input.value ? [input.value] : null;
    }
  }

  async function upload(file) {
    return (await post(
      `/desk/upload?name=${encodeURIComponent(file.name)}`, new Blob([await file.arrayBuffer()]),
      "application/octet-stream")).file;
  }

  async function say() {
    const options = {};
    for (const option of Forms[command].fields) {
      const given = await value(option);
      if (given) options[option.name] = given;
    }
    said(await post("/desk/say", { command, options }));
  }

  function said(answer) {
    find("saying").hidden = false;
    find("said").textContent = [answer.said, answer.output].filter((text) => text).join("\n");
    trial = answer.trial ?? null;
    find("confirm").hidden = !trial;
    if (trial) {
      document.querySelector("#confirm label").textContent =
        `To do it, type ${answer.confirmation}: `;
      find("typed").value = "";
      find("typed").focus();
    } else {
      find("saying-title").focus();
    }
  }

  async function act() {
    const isTickets = command === "tickets" ? find("option-output").value : null;
    await post("/desk/act", { trial, typed: find("typed").value.trim() });
    find("confirm").hidden = true;
    find("said").textContent = "It is being done.";
    if (isTickets) made(isTickets);
  }

  function made(file) {
    const button = element("button", { type: "button" }, file);
    button.addEventListener("click", () => tried(() =>
      download(`/desk/made?name=${encodeURIComponent(file)}`, file)));
    find("made").append(button);
  }

  async function download(path, file) {
    const blob = await (await get(path)).blob();
    const link = element("a", { href: URL.createObjectURL(blob), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /** The server was started anew, or the link was used: what is typed here goes nowhere. */
  function refuse(error) {
    find("refused").hidden = false;
    find("refused").textContent = `${error.message} The terminal shows the link of the next desk.`;
  }

  enter().catch(refuse);
})();
