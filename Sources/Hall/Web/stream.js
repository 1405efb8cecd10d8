"use strict";

/** What all faces share: the words of a language, and the news as they come. */
const Hall = {
  /** The words of a language, with the names of States, groups and Protocols. */
  async words(tongue) {
    const answer = await fetch(`/words/${tongue}`);
    if (!answer.ok) throw new Error(`no words in ${tongue}`);
    return answer.json();
  },

  /**
   * Hears the news, and goes on hearing them whatever happens to the connection.
   *
   * `on.story` takes everything that stands, `on.scene` a new line, `on.phase` what goes on beside
   * the ledger; `on.lost` and `on.found` hear of the connection. Without `on.story` only the last
   * line and what follows is heard.
   */
  follow(on) {
    let [generation, lines, source, isLost] = ["now", 0, null, false];

    function again() {
      source?.close();
      source = null;
      if (!isLost) on.lost?.();
      isLost = true;
      setTimeout(begin, 300 + Math.random() * 400);
    }

    async function tellStory() {
      const answer = await fetch("/scenes");
      if (!answer.ok) throw new Error("no scenes");
      const story = await answer.json();
      [generation, lines] = [story.generation, story.scenes.length];
      await on.story(story);
    }

    async function begin() {
      try {
        if (on.story && generation === "now") await tellStory();
      } catch {
        return again();
      }
      const place = generation === "now" ? "now" : `${generation}-${lines}`;
      source = new EventSource(`/events?after=${place}`);
      source.addEventListener("open", () => {
        if (isLost) on.found?.();
        isLost = false;
      });
      source.addEventListener("scene", (event) => {
        const scene = JSON.parse(event.data);
        if (generation === "now") generation = event.lastEventId.replace(/-\d+$/, "");
        else if (scene.line <= lines) return;
        lines = scene.line;
        on.scene?.(scene);
      });
      source.addEventListener("phase", (event) => on.phase?.(JSON.parse(event.data)));
      source.addEventListener("reset", () => {
        generation = "now";
        source.close();
        setTimeout(begin, Math.random() * 200);
      });
      source.addEventListener("error", again);
    }
    begin();
  },

  /** A name that may run in another direction than what is around it. */
  name(text) { return Hall.element("bdi", {}, text); },

  /** A text of the ledger, to be read sign by sign. */
  code(text) { return Hall.element("code", { dir: "ltr" }, text); },

  /** An element with attributes and content. */
  element(name, attributes = {}, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...content.filter((piece) => piece != null));
    return element;
  },
};
