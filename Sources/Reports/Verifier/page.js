"use strict";
// The page: what it shows, and the files that are dropped onto it. Texts of a ledger become text
// nodes and nothing else.

/** An element with a class, and texts or elements in it. */
function element(name, style, ...content) {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.append(...content);
  return made;
}
const badge = (style, word) => element("strong", `badge ${style}`, word);

class VerifierPage {
  constructor(main) {
    this.main = main;
    this.turn = 0;  // a new check ends the one before
    this.verdict = element("p", "verdict waiting", "…");
    this.verdict.setAttribute("role", "status");
    this.summary = element("div");
    this.log = element("div");
    this.head = element("input");
    this.head.id = "head";
    this.head.spellcheck = false;
    this.head.addEventListener("input", () => this.compareHead());
    this.headAnswer = element("p", "answer");
    const file = element("input");
    file.type = "file";
    file.id = "files";
    file.multiple = true;
    file.addEventListener("change", () => this.read(file.files));
    const label = (of, words) => {
      const made = element("label", "", words);
      made.htmlFor = of.id;
      return made;
    };
    this.files = element("div", "drop",
      label(file, "Other files: drop a ledger, or a ledger and its proofs, anywhere on this page."),
      file);
    this.headForm = element("div", "drop",
      label(this.head, "The hash of the last line, as it was made public:"), this.head,
      this.headAnswer);
    main.append(
      element("h1", "", "Is this draw right?"),
      element("p", "note", "This page checks a ledger of PeerLots and the proofs of its bowls. It "
        + "does so in your browser, draws every lot again and asks no network. It was written "
        + "from the public rules of the format, and shares no code with the program that drew."),
      this.verdict, this.summary, this.headForm, this.files, this.log);
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      this.read(event.dataTransfer.files);
    });
  }

  /** Reads files that were dropped or chosen; which is which shows in their first line. */
  async read(files) {
    let ledger = null, proofs = null;
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const end = bytes.indexOf(10);
      const first = new TextDecoder().decode(bytes.subarray(0, end < 0 ? 1000 : end));
      if (/^\s*\{\s*"proofs"/.test(first)) proofs = bytes; else ledger = bytes;
    }
    if (ledger || proofs) this.check(ledger || this.ledger, proofs);
  }

  /** Checks a ledger, with proofs or without (null), some lines at a time. */
  check(ledger, proofs) {
    this.ledger = ledger;
    const turn = ++this.turn, started = performance.now();
    this.log.replaceChildren(element("h2", "", "What was checked, line by line"));
    this.summary.replaceChildren();
    this.hash = null;
    this.headAnswer.textContent = "";
    this.show("waiting", "CHECKING");
    this.section = null;
    let verifier, steps, given;
    const guarded = (work) => {
      try {
        return work();
      } catch (fault) {
        if (!(fault instanceof Fault)) this.show("wrong", "THE PAGE FAILED");
        if (!(fault instanceof Fault)) throw fault;
        this.wrong(verifier, fault);
        return undefined;
      }
    };
    const go = () => {
      if (turn !== this.turn) return;
      const end = performance.now() + 60;
      guarded(() => {
        let step;
        do {
          step = steps.next();
          if (!step.done) this.add(step.value, verifier);
        } while (!step.done && performance.now() < end);
        if (step.done) this.done(verifier, given, performance.now() - started);
        else setTimeout(go);
      });
    };
    setTimeout(() => guarded(() => {
      verifier = new Verifier(ledger, null);
      if (proofs) {
        try {
          given = new Proofs(proofs);
        } catch (fault) {
          if (!(fault instanceof Fault)) throw fault;
          given = { proven: 0, open: [{ line: 1, why: fault.message }] };
        }
        if (given instanceof Proofs) verifier.proofs = given;
      }
      steps = verifier.run();
      go();
    }));
  }

  show(style, ...words) {
    this.verdict.className = `verdict ${style}`;
    this.verdict.replaceChildren(
      ...words.flatMap((word, at) => at ? [element("br"), word] : [word]));
    document.title = words.join(", ");
  }

  /** A line of the log, under the draw or the change to which it belongs. */
  add(step, verifier) {
    const begins = ["opened", "seeded", "announced", "withdrawn", "ticket"].includes(step.event)
      || step.best && !verifier.draw;
    if (begins || !this.section) {
      this.section = element("ol");
      this.counts = element("span", "note");
      const title = element("summary", "", step.what, " ", this.counts);
      this.log.append(element("details", "", title, this.section));
      this.inSection = 0;
    }
    this.inSection++;
    this.counts.textContent = this.inSection === 1 ? "1 line" : `${this.inSection} lines`;
    const entry = element("li", "", `line ${step.line}: `, step.what, " ", badge("right", "RIGHT"));
    if (step.proof?.proven) entry.append(" ", badge("right", "PROVEN"));
    else if (step.reviewer || step.best) {
      entry.append(" ", badge("open", "NOT PROVEN"));
      if (step.proof) entry.append(` ${step.proof.why}`);
    }
    this.section.append(entry);
  }

  wrong(verifier, fault) {
    const word = fault instanceof Unknown ? "NOT CHECKED" : "WRONG";
    const style = fault instanceof Unknown ? "open" : "wrong";
    this.show(style, word);
    const line = Math.max(1, verifier ? verifier.lines.taken : 1);
    this.summary.append(element("p", "", `Line ${line}: ${fault.message}.`));
    this.log.append(element("p", "", `line ${line}: ${fault.message} `, badge(style, word)));
  }

  done(verifier, proofs, milliseconds) {
    const { lines, cycle } = verifier;
    const proven = proofs && proofs.open.length === 0;
    const words = [verifier.unfinished ? "RIGHT, AS FAR AS IT GOES" : "RIGHT",
      proven ? "AND PROVEN" : proofs ? "BUT NOT ALL PROVEN" : "BUT WITHOUT PROOFS"];
    this.show(proven ? "right" : "open", ...words);
    const say = (...text) => this.summary.append(element("p", "", ...text));
    say(`${cycle.rules.name || "A rulebook without a name"}: ${cycle.reviewed.length} States to be `
      + `reviewed in ${cycle.rules.cycle.years} years, ${cycle.yearsDrawn} drawn. `
      + `${lines.taken} lines, ${verifier.lots} lots; checked in `
      + `${(milliseconds / 1000).toFixed(1)} s. The hash of the last line: `,
    element("code", "", lines.hash));
    if (verifier.unfinished) say(`The ledger ends within “${verifier.unfinished}”.`);
    if (proofs) {
      say(`${proofs.proven} of ${proofs.proven + proofs.open.length} bowls of reviewers and best `
        + "vectors are proven: nobody is missing in these bowls, and nobody is in one in vain.");
      for (const { line, why } of proofs.open.slice(0, 20))
        say(`Not proven, line ${line}: ${why}.`);
      if (proofs.open.length > 20) say(`… and ${proofs.open.length - 20} more.`);
    }
    const open = [...verifier.unchecked];
    if (!proofs) open.unshift("that nobody is missing in the bowls of reviewers, and that the best "
      + "vectors are best: that takes the proofs, a file of `peerlots prove`");
    open.push("that nothing was cut off at the end, or all written anew: compare the hash of the "
      + "last line, below, with the one made public");
    this.summary.append(element("h2", "", "What was not checked"),
      element("ul", "", ...open.map((one) => element("li", "", one))));
    const rows = verifier.draws.map(({ draw, seed, line, announced }) => element("tr", "",
      element("td", "", draw), element("td", "", seed === null ? "no seed" : seed),
      element("td", "", `line ${line}`),
      element("td", "", announced ? `line ${announced}` : "not announced")));
    const heads = ["Draw", "Seed", "Drawn", "Announced"].map((word) => element("th", "", word));
    if (rows.length)
      this.summary.append(element("h2", "", "What was drawn, from which seed"),
        element("div", "scroll", element("table", "", element("thead", "",
          element("tr", "", ...heads)), element("tbody", "", ...rows))));
    this.hash = lines.hash;
    this.compareHead();
  }

  compareHead() {
    const given = this.head.value.trim().toLowerCase();
    const answer = !given || !this.hash ? []
      : given === this.hash ? [badge("right", "THE SAME"), " Nothing was cut off or added."]
        : [badge("wrong", "ANOTHER"), " This is not the ledger whose hash was made public."];
    this.headAnswer.replaceChildren(...answer);
  }
}

{
  const page = new VerifierPage(document.getElementById("verifier"));
  const held = (id) => JSON.parse(document.getElementById(id).textContent);
  const ledger = held("ledger"), proofs = held("proofs");
  if (ledger === null) page.show("waiting", "DROP A LEDGER HERE");
  else page.check(utf8(ledger), proofs === null ? null : utf8(proofs));
}
