"use strict";

/** The forms as they are filled in: their fields, and what was put into them. */
const Filling = (() => {
  const { element } = Hall;
  const find = (name) => document.getElementById(name);

  /** A field of a form. */
  function field(option, words) {
    const id = `option-${option.name}`;
    const label = words.term(option.label);
    const hintText = option.hint ? words.term(option.hint) : null;
    const hint = hintText ? element("p", { class: "hint", id: `${id}-hint` }, hintText) : null;
    if (option.kind === "flag") {
      return element("div", { class: "field" },
        element("input", { type: "checkbox", id }), " ",
        element("label", { for: id, class: "flag" }, label));
    }
    const input = element("input", {
      id, "aria-describedby": hint ? `${id}-hint` : null, required: option.required,
      value: option.value, spellcheck: "false", dir: "auto",
      type: option.kind === "file" || option.kind === "table" ? "file"
        : option.kind === "secret" ? "password" : "text",
      autocomplete: option.kind === "secret" ? "new-password" : "off",
    });
    const pieces = [element("label", { for: id }, label), input, hint];
    if (option.kind === "rulebook") {
      pieces.push(element("label", { for: `${id}-file` }, words.term("orItsFile")),
        element("input", { type: "file", id: `${id}-file` }));
    }
    if (option.kind === "table") pieces.push(...Mending.parts(input, id, words));
    return element("div", { class: "field" }, ...pieces.filter((piece) => piece));
  }

  /** What was put into a field, as texts; null for nothing. */
  async function value(option) {
    const input = find(`option-${option.name}`);
    switch (option.kind) {
      case "flag": return input.checked ? ["yes"] : null;
      case "table":
        // What was mended since is uploaded now; what is still on its way is waited for.
        if (input.dataset.name && !input.bytes) await input.lookAgain();
        await input.looked;
        return input.dataset.file ? [input.dataset.file] : null;
      case "file": return input.files[0] ? [await Asking.upload(input.files[0])] : null;
      case "rulebook": {
        const file = find(`${input.id}-file`).files[0];
        if (file) return [await Asking.upload(file)];
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

  /** What was put into all fields of a command. */
  async function values(command) {
    const options = {};
    for (const option of Forms[command].fields) {
      const given = await value(option);
      if (given) options[option.name] = given;
    }
    return options;
  }

  return { field, values };
})();
