"use strict";

/** Keeps a delegation's page new: the latest lot at once, the page itself soon after. */
(async () => {
  const { element } = Hall;
  const main = document.querySelector("main");
  const words = new Words(await Hall.words(document.documentElement.lang || "en"));
  const banner = element("p", {
    class: "live", role: "status", "aria-live": "polite", "aria-atomic": "true",
  });
  document.body.prepend(banner);
  let timer = null;

  /** Fetches the page anew, a little later, so that not all telephones ask at once. */
  function renew() {
    if (timer) return;
    timer = setTimeout(async () => {
      timer = null;
      const answer = await fetch(location.pathname).catch(() => null);
      if (!answer?.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("main");
      if (fresh && fresh.innerHTML !== main.innerHTML) main.replaceChildren(...fresh.childNodes);
    }, 2000 + Math.random() * 3000);
  }

  Hall.follow({
    scene(scene) {
      const sentence = words.sentence(scene);
      if (sentence) {
        banner.dataset.line = scene.line;
        banner.textContent = `${words.term("latest")}: ${sentence}`;
      }
      renew();
    },
    phase: renew,
  });
})();
