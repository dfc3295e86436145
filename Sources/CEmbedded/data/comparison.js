/* SPDX-License-Identifier: MIT-0 */
"use strict";
(() => {
  const root = document.documentElement;
  const buttons = [...document.querySelectorAll("button[data-lang]")];
  const speak = lang => {
    root.lang = lang;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
    }
    const heading = document.querySelector(`h1[lang="${lang}"]`);
    if (heading) document.title = heading.textContent;
  };
  for (const button of buttons) button.addEventListener("click", () => speak(button.dataset.lang));
  speak(root.lang);
})();
