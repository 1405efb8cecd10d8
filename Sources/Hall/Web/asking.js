"use strict";

/** What the desk asks the server, with its key. */
const Asking = {
  header: "X-PeerLots-Token",
  key: "",

  async post(path, body, type = "application/json") {
    const answer = await fetch(path, {
      method: "POST", headers: { [Asking.header]: Asking.key, "Content-Type": type },
      body: typeof body === "object" && !(body instanceof Blob) ? JSON.stringify(body) : body,
    });
    const text = await answer.text();
    if (!answer.ok) {
      let words = text.trim();
      try { words = JSON.parse(text).error ?? words; } catch { /* It is no JSON: said as it is. */ }
      throw new Error(words);
    }
    return JSON.parse(text);
  },

  async get(path) {
    const answer = await fetch(path, { headers: { [Asking.header]: Asking.key } });
    if (!answer.ok) throw new Error((await answer.text()).trim());
    return answer;
  },

  async upload(file) {
    return (await Asking.post(
      `/desk/upload?name=${encodeURIComponent(file.name)}`, new Blob([await file.arrayBuffer()]),
      "application/octet-stream")).file;
  },

  async download(path, file) {
    const blob = await (await Asking.get(path)).blob();
    const link = Hall.element("a", { href: URL.createObjectURL(blob), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },

  trouble(error) {
    document.getElementById("saying").hidden = false;
    document.getElementById("trouble").textContent = error ? error.message : "";
  },

  async tried(action) {
    try {
      Asking.trouble(null);
      await action();
    } catch (error) { Asking.trouble(error); }
  },
};
