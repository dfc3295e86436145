/* SPDX-License-Identifier: MIT-0 */
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const player = document.querySelector(".player");
  if (!player) return;
  const [button, slider, output] = ["button", "input", "output"].map(name => player.querySelector(name));
  const circles = [...document.querySelectorAll("circle[data-spot]")];
  let timer = 0;
  const show = hour => {
    slider.value = hour;
    output.textContent = data.hours[hour];
    slider.setAttribute("aria-valuetext", data.hours[hour]);
    for (const circle of circles) {
      const week = data[circle.classList[0]][Number(circle.dataset.spot)];
      circle.setAttribute("r", week[hour] / 10);
    }
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = data.play;
  };
  button.addEventListener("click", () => {
    if (timer) return stop();
    button.textContent = data.pause;
    timer = setInterval(() => show((Number(slider.value) + 1) % 168), 180);
  });
  slider.addEventListener("input", () => show(Number(slider.value)));
  addEventListener("beforeprint", () => { stop(); show(data.hour); });
  player.hidden = false;
  stop();
  show(data.hour);
})();
