/* SPDX-License-Identifier: MIT-0 */
"use strict";
/* The 168 hours of a week as a grid of boxes, seven rows of 24, that answers click, touch and keys.
 *
 * weekStrip({ values, colour, title, days, counted, selected, label, onChoose }) gives an element:
 *   values    168 numbers, null where nothing is known
 *   colour    number or null → fill
 *   title     hour of the week → text of its box
 *   days      seven names
 *   counted   hour of the week → whether it is framed
 *   selected  hour of the week, or -1
 *   label     name of the whole
 *   onChoose  called with the hour of the week that was chosen
 *
 * One box at a time is in the order of Tab; arrows, Home and End move, Enter and the blank choose.
 * It needs nothing else of a page; its class names begin with `strip`.
 */
const weekStrip = ({ values, colour, title, days, counted, selected, label, onChoose }) => {
  const space = "http://www.w3.org/2000/svg";
  const cell = 15, left = 34, top = 14;
  const draw = (name, attributes, text) => {
    const node = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const width = left + 24 * cell + 4, height = top + 7 * (cell + 1) + 4;
  const svg = draw("svg", { class: "strip", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label });
  for (let hour = 0; hour < 24; hour += 6) {
    svg.append(draw("text", { x: left + hour * cell, y: 10, "aria-hidden": "true" }, `${String(hour).padStart(2, "0")}:00`));
  }
  const boxes = [];
  let chosen = selected;
  const mark = hour => {
    if (boxes[chosen]) boxes[chosen].classList.remove("strip-chosen");
    for (const box of boxes) box.setAttribute("aria-pressed", "false");
    chosen = hour;
    boxes[hour].classList.add("strip-chosen");
    boxes[hour].setAttribute("aria-pressed", "true");
  };
  const reach = (hour, focus) => {
    for (const box of boxes) box.setAttribute("tabindex", "-1");
    boxes[hour].setAttribute("tabindex", "0");
    if (focus) boxes[hour].focus();
  };
  const choose = hour => {
    reach(hour, false);
    mark(hour);
    onChoose(hour);
  };
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -24, ArrowDown: 24 };
  values.forEach((value, hour) => {
    const day = Math.floor(hour / 24);
    const x = left + (hour % 24) * cell, y = top + day * (cell + 1);
    if (hour % 24 === 0) svg.append(draw("text", { x: 0, y: y + 11, "aria-hidden": "true" }, days[day]));
    const box = draw("rect", {
      class: "strip-box", x, y, width: cell - 1, height: cell, fill: colour(value),
      role: "button", "aria-label": title(hour), "aria-pressed": "false", tabindex: "-1",
    });
    box.append(draw("title", {}, title(hour)));
    box.addEventListener("click", () => choose(hour));
    box.addEventListener("keydown", event => {
      const to = event.key === "Home" ? day * 24 : event.key === "End" ? day * 24 + 23 : hour + (steps[event.key] ?? NaN);
      if (event.key === "Enter" || event.key === " ") choose(hour);
      else if (to >= 0 && to < values.length) reach(to, true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    boxes.push(box);
    svg.append(box);
  });
  for (let day = 0; day < 7; day += 1) {
    let start = -1;
    for (let hour = 0; hour <= 24; hour += 1) {
      const on = hour < 24 && counted(day * 24 + hour);
      if (on && start < 0) start = hour;
      if (!on && start >= 0) {
        svg.append(draw("rect", {
          class: "strip-frame", x: left + start * cell - 0.5, y: top + day * (cell + 1) - 0.5,
          width: (hour - start) * cell, height: cell + 1,
        }));
        start = -1;
      }
    }
  }
  if (boxes.length) reach(Math.max(0, selected), false);
  if (boxes[selected]) mark(selected);
  return svg;
};
