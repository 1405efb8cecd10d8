"use strict";

/** The commands that the desk gives, with the options of each; labels are terms of the words. */
const Forms = (() => {
  const seed = [
    {
      name: "seed", label: "seed",
      hint: "seedHint",
    },
    { name: "secret-file", label: "theSecret", kind: "secret" },
    { name: "public", label: "publicText" },
  ];
  const accept = {
    name: "accept-waivers", label: "acceptWaivers", kind: "flag",
  };
  const membership = { name: "membership", label: "membership", kind: "table" };
  const rulebook = {
    name: "rulebook", label: "rulebook", kind: "rulebook",
    hint: "rulebookHint",
  };
  const conflicts = { name: "conflicts", label: "conflicts", kind: "file" };
  const without = {
    name: "without", label: "without", kind: "list",
  };
  const state = { name: "state", label: "stateField", required: true };
  const reason = { name: "reason", label: "reasonForRecord" };
  const year = { name: "year", label: "year", required: true };
  const noReplacement = {
    name: "no-replacement", label: "noReplacement", kind: "flag",
  };
  const draw = {
    name: "draw", label: "draw", required: true,
    hint: "selection, year 1, tickets year 1, redraw KEN 1, deferral KEN 1, stand-down KEN 1, "
      + "amendment 1",
  };
  const method = { name: "method", label: "theMethod", hint: "methodHint" };
  return {
    check: { title: "checkTable", fields: [membership, rulebook, conflicts] },
    open: {
      title: "openCycle",
      fields: [
        membership, rulebook, conflicts,
        { name: "drawn", label: "drawnBefore", kind: "file" }, without, accept,
      ],
    },
    announce: {
      title: "announce",
      fields: [
        draw, { name: "source", label: "source", required: true },
        method, { name: "secret-file", label: "bindSecret", kind: "secret" },
        { name: "experts", label: "experts", kind: "file" },
      ],
    },
    withdraw: { title: "withdraw", fields: [draw, { ...reason, required: true }] },
    select: { title: "selectYears", fields: [...seed, accept] },
    draw: {
      title: "drawYear",
      fields: [
        year, ...seed, method,
        { name: "ticket", label: "ticketNumber" },
      ],
    },
    tickets: {
      title: "listOfTickets",
      fields: [
        year, { name: "count", label: "howManyTickets" },
        { name: "few", label: "fewerMeant", kind: "flag" }, ...seed,
        { name: "output", label: "fileName", value: "tickets.csv", required: true },
      ],
    },
    redraw: {
      title: "redraw",
      fields: [
        state, { name: "only", label: "onlyReviewer" }, ...seed,
        { name: "exceptional", label: "exceptional" }, accept,
      ],
    },
    defer: {
      title: "deferReview",
      fields: [
        state, { ...reason, required: true },
        { name: "from", label: "yearLeft" }, noReplacement,
        ...seed, accept,
      ],
    },
    "stand-down": {
      title: "standDown",
      fields: [
        state, year, { name: "own-review", label: "ownReview", kind: "flag" },
        reason, noReplacement, ...seed, accept,
      ],
    },
    amend: {
      title: "amend",
      fields: [
        membership, rulebook, conflicts,
        { name: "leaves", label: "leaves", kind: "list" },
        { name: "joins", label: "joins", kind: "list" },
        { name: "rename", label: "rename", kind: "list" },
        without, ...seed, accept,
      ],
    },
  };
})();
