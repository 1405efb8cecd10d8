"use strict";
// The scripts of the verifier in the browser, without a page: `node scripts.js` answers each line of
// standard input, {"ledger": base64, "proofs": base64 or null}, with a line, the verdict.

const fs = require("fs"), path = require("path"), vm = require("vm");

const folder = path.join(__dirname, "..", "..", "Sources", "Reports", "Verifier");
const names = ["basis", "forms", "lines", "cycle", "supplements", "draws", "selection", "changes",
  "outcomes", "moment", "limits", "completion", "proofs"];
const text = names.map((name) => fs.readFileSync(path.join(folder, `${name}.js`), "utf8"));
const context = vm.createContext({ TextDecoder, TextEncoder });
const verdictOf = vm.runInContext(`${text.join("\n")}\nverdictOf`, context);
const bytes = (base64) => base64 && new Uint8Array(Buffer.from(base64, "base64"));

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { ledger, proofs } = JSON.parse(line);
  let verdict;
  try {
    verdict = verdictOf(bytes(ledger), bytes(proofs));
  } catch (fault) {
    verdict = { failed: String(fault.stack) };
  }
  process.stdout.write(JSON.stringify(verdict) + "\n");
});
