"use strict";

/** The commands that the desk gives, with the options of each. */
const Forms = (() => {
  const seed = [
    {
      name: "seed", label: "Seed",
      hint: "A text made public; or the two below, where the draw was bound to a secret.",
    },
    { name: "secret-file", label: "The secret", kind: "secret" },
    { name: "public", label: "The public text" },
  ];
  const accept = {
    name: "accept-waivers", label: "Go on where more must be waived than before", kind: "flag",
  };
  const membership = { name: "membership", label: "Membership (CSV)", kind: "table" };
  const rulebook = {
    name: "rulebook", label: "Rulebook", kind: "rulebook",
    hint: "A YAML file, or the name of a preset; empty for the terms of reference of 2010.",
  };
  const conflicts = { name: "conflicts", label: "Conflicts (CSV)", kind: "file" };
  const without = {
    name: "without", label: "Columns that are missing on purpose", kind: "list",
  };
  const state = { name: "state", label: "State (code or name)", required: true };
  const reason = { name: "reason", label: "Reason, for the record" };
  const year = { name: "year", label: "Year", required: true };
  const noReplacement = {
    name: "no-replacement", label: "No State takes its place", kind: "flag",
  };
  const draw = {
    name: "draw", label: "Draw", required: true,
    hint: "selection, year 1, tickets year 1, redraw KEN 1, deferral KEN 1, stand-down KEN 1, "
      + "amendment 1",
  };
  const method = { name: "method", label: "Method", hint: "bowls (if empty), uniform or tickets" };
  return {
    check: { title: "Check a table", fields: [membership, rulebook, conflicts] },
    open: {
      title: "Open a cycle",
      fields: [
        membership, rulebook, conflicts,
        { name: "drawn", label: "Drawn before (CSV)", kind: "file" }, without, accept,
      ],
    },
    announce: {
      title: "Announce",
      fields: [
        draw, { name: "source", label: "Where the public text will come from", required: true },
        method, { name: "secret-file", label: "A secret to bind the draw to", kind: "secret" },
        { name: "experts", label: "List of experts", kind: "file" },
      ],
    },
    withdraw: { title: "Withdraw", fields: [draw, { ...reason, required: true }] },
    select: { title: "Select the years", fields: [...seed, accept] },
    draw: {
      title: "Draw a year",
      fields: [
        year, ...seed, method,
        { name: "ticket", label: "Number of the ticket, in place of a seed" },
      ],
    },
    tickets: {
      title: "List of tickets",
      fields: [
        year, { name: "count", label: "How many tickets" },
        { name: "few", label: "Fewer than 100 are meant", kind: "flag" }, ...seed,
        { name: "output", label: "Name of the file", value: "tickets.csv", required: true },
      ],
    },
    redraw: {
      title: "Redraw",
      fields: [
        state, { name: "only", label: "The one reviewer to release; empty for all" }, ...seed,
        { name: "exceptional", label: "The reason beyond the limit of requests" }, accept,
      ],
    },
    defer: {
      title: "Defer",
      fields: [
        state, { ...reason, required: true },
        { name: "from", label: "Year that it leaves, if not its own" }, noReplacement,
        ...seed, accept,
      ],
    },
    "stand-down": {
      title: "Stand down",
      fields: [
        state, year, { name: "own-review", label: "Put its own review off instead", kind: "flag" },
        reason, noReplacement, ...seed, accept,
      ],
    },
    amend: {
      title: "Amend",
      fields: [
        membership, rulebook, conflicts,
        { name: "leaves", label: "States that left", kind: "list" },
        { name: "joins", label: "States that joined, though like a missing one", kind: "list" },
        { name: "rename", label: "States under another code (OLD=NEW)", kind: "list" },
        without, ...seed, accept,
      ],
    },
  };
})();
