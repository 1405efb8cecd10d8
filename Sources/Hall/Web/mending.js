"use strict";

/** A table that can be mended where it stands, with its faults beside it. */
const Mending = (() => {
  const { element } = Hall;
  const mostBytes = 64 * 1024 * 1024;

  /** The parts of a form for the table of an input; `input.lookAgain` uploads what was mended. */
  function parts(input, id, words) {
    const text = element("textarea", { id: `${id}-text`, hidden: true, spellcheck: "false",
      "aria-label": words.term("tableToMend") });
    const faults = element("ul", { class: "faults", role: "status" });
    const grid = element("div", {
      class: "grid", tabindex: "0", role: "region", "aria-label": words.term("linesAtFault"),
    });
    const again = element(
      "button", { type: "button", hidden: true, id: `${id}-again` }, words.term("lookAgain"));
    const look = () => (input.looked = lookNow());

    async function lookNow() {
      const content = input.bytes ?? text.value;
      const found = await Asking.post(
        `/desk/upload?kind=membership&name=${encodeURIComponent(input.dataset.name)}`,
        new Blob([content]), "text/csv");
      // Another file was chosen meanwhile: what was found is not its.
      if (content !== (input.bytes ?? text.value)) return;
      input.dataset.file = found.file;
      const lines = text.value.split(/\r\n|\r|\n/);
      faults.replaceChildren(...found.faults.map((fault) => {
        const button = element("button", { type: "button" }, fault.words);
        button.addEventListener("click", () => mark(fault.line));
        return element("li", {}, button);
      }), ...found.warnings.map((warning) => element("li", {}, warning)));
      grid.replaceChildren(cells(lines, found.faults, words));
    }

    function mark(line) {
      if (!line) return;
      const lines = text.value.split("\n");
      const start = lines.slice(0, line - 1).reduce((sum, other) => sum + other.length + 1, 0);
      text.focus();
      text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    }

    async function take(file) {
      // What is not UTF-8 goes as it is, so that the fault is that of the file.
      input.bytes = await file.arrayBuffer();
      text.value = new TextDecoder().decode(input.bytes);
      text.hidden = again.hidden = false;
      await lookNow();
    }

    input.addEventListener("change", () => Asking.tried(async () => {
      const file = input.files[0];
      delete input.dataset.file;
      if (!file) return;
      if (file.size > mostBytes) throw new Error(words.term("tooLarge"));
      input.dataset.name = file.name;
      input.looked = take(file);
      await input.looked;
    }));
    text.addEventListener("input", () => { input.bytes = null; });
    again.addEventListener("click", () => Asking.tried(look));
    input.lookAgain = look;
    return [faults, grid, text, again];
  }

  /** The header and the lines with faults, the fields at fault marked. */
  function cells(lines, faults, words) {
    const separator = [",", ";", "\t"].find((sign) => lines[0]?.includes(sign)) ?? ",";
    const header = (lines[0] ?? "").split(separator);
    const columns = header.map((column) => column.trim().toLowerCase());
    const rows = faults.filter((fault) => fault.line).slice(0, 50).map((fault) =>
      element("tr", {}, element("th", { scope: "row" }, String(fault.line)),
        ...(lines[fault.line - 1] ?? "").split(separator).map((cell, place) =>
          element("td", { class: columns[place] === fault.column ? "fault" : null }, cell))));
    if (!rows.length) return "";
    return element("table", {},
      element("thead", {}, element("tr", {},
        element("th", { scope: "col" }, words.term("lineOfTable")),
        ...header.map((column) => element("th", { scope: "col" }, column)))),
      element("tbody", {}, ...rows));
  }

  return { parts };
})();
