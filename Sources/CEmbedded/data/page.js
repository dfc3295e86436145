/* SPDX-License-Identifier: MIT-0 */
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { cities, places, services } = data;
  let lang = data.lang;
  let shown = -1;
  let pinned = -1;
  let sortKey = "tier";
  let sortDown = false;
  const views = Object.keys(data.frames);
  let view = document.querySelector(".map").dataset.view;
  let chosenHour = -1;
  const filter = { text: "", tier: "", status: "", gateway: "", group: "0" };
  const byId = id => document.getElementById(id);
  const svgSpace = "http://www.w3.org/2000/svg";

  // Words. Every text goes in as text, never as markup.
  const word = (key, ...values) => {
    const text = (data.words[key] || {})[lang];
    return text === undefined ? key : text.replace(/\{(\d)\}/g, (all, n) => values[n] ?? all);
  };
  const make = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "click") node.addEventListener("click", value);
      else if (value === true) node.setAttribute(key, "");
      else if (value !== false && value != null) node.setAttribute(key, value);
    }
    node.append(...children.map(child => (child instanceof Node ? child : String(child ?? ""))));
    return node;
  };
  const draw = (name, attributes, text) => {
    const node = document.createElementNS(svgSpace, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const named = row => (lang === "zh" ? row[1] : row[2]);
  const place = number => (number == null ? "" : named(places[number]));
  const tierName = tier => {
    const row = data.tiers.find(each => each.tier === tier);
    return row ? row[lang] : tier === 0 ? word("report.districts") : word("report.tier", tier);
  };
  const hours = seconds => (seconds == null ? "–" : (seconds / 3600).toFixed(1));
  const percent = share => `${share > 0 && share < 0.005 ? "<1" : share < 1 && share >= 0.995 ? ">99" : Math.round(share * 100)} %`;
  const fine = share => `${(share * 100).toFixed(1)} %`;
  const chance = ([mean, low, high]) => `${Math.round(mean * 100)} (${Math.round(low * 100)}–${Math.round(high * 100)}) %`;
  const span = h => (h >= 120 ? word("report.days", +(h / 24).toFixed(1)) : word("report.hours", +h.toFixed(1)));
  const two = n => String(n).padStart(2, "0");
  // Wall time of an instant: seconds since 1970 and the place's offset in minutes.
  const wall = (seconds, offset) => {
    const date = new Date((seconds + offset * 60) * 1000);
    const day = word(`report.weekday.${date.getUTCDay() || 7}`);
    return `${day} ${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  };
  const band = h => {
    if (h == null || h < 0) return data.colours.length - 1;
    const found = data.limits.findIndex(limit => h <= limit);
    return found < 0 ? data.limits.length : found;
  };
  const bandText = number => {
    if (number > data.limits.length) return word("report.status.unreachable");
    return number === data.limits.length
      ? `> ${span(data.limits[number - 1])}` : `≤ ${span(data.limits[number])}`;
  };

  // Maps
  const maps = {};
  const setUpMap = name => {
    const holder = byId(`map-${name}`);
    const svg = holder.querySelector("svg");
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const map = { name, holder, svg, width, height, x: 0, y: 0, k: 1, frame: data.frames[name] };
    map.pins = [...svg.querySelectorAll(".pin")].map(node => ({
      node, x: +node.dataset.x, y: +node.dataset.y, size: +node.dataset.size,
      city: node.dataset.city === undefined ? -1 : +node.dataset.city,
      isLabel: node.classList.contains("label"),
    }));
    map.route = draw("g", { class: "routes" });
    svg.querySelector(".marks").before(map.route);
    maps[name] = map;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "group");
    const zoom = (factor, px, py) => {
      const k = Math.min(40, Math.max(1, map.k * factor));
      const w = width / map.k, h = height / map.k;
      const cx = map.x + w * px, cy = map.y + h * py;
      map.k = k;
      map.x = cx - (width / k) * px;
      map.y = cy - (height / k) * py;
      redraw(map);
    };
    map.zoom = zoom;
    const at = event => {
      const box = svg.getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    };
    svg.addEventListener("wheel", event => {
      if (event.deltaY > 0 && map.k === 1) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), ...at(event));
    }, { passive: false });
    const pointers = new Map();
    let moved = 0;
    svg.addEventListener("pointerdown", event => {
      pointers.set(event.pointerId, event);
      moved = 0;
    });
    window.addEventListener("pointerup", event => {
      pointers.delete(event.pointerId);
      holder.classList.remove("dragging");
    });
    window.addEventListener("pointercancel", event => pointers.delete(event.pointerId));
    svg.addEventListener("pointermove", event => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const box = svg.getBoundingClientRect();
      if (pointers.size === 2) {
        const other = [...pointers.values()].find(each => each.pointerId !== event.pointerId);
        const gap = each => Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY);
        if (gap(before) > 0) zoom(gap(event) / gap(before), ...at(other));
      } else {
        const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
        moved += Math.abs(dx) + Math.abs(dy);
        if (moved > 4) holder.classList.add("dragging");
        map.x -= (dx / box.width) * (width / map.k);
        map.y -= (dy / box.height) * (height / map.k);
        redraw(map);
      }
      pointers.set(event.pointerId, event);
    });
    for (const pin of map.pins) {
      if (pin.city < 0) continue;
      pin.node.setAttribute("tabindex", "-1");
      pin.node.setAttribute("role", "button");
      pin.node.addEventListener("pointerenter", event => {
        tip(pin.city, event.clientX, event.clientY);
        if (pinned < 0) show(pin.city);
      });
      pin.node.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
      pin.node.addEventListener("click", () => { if (moved <= 4) choose(pin.city); });
      pin.node.addEventListener("focus", () => show(pin.city));
    }
    svg.addEventListener("keydown", event => keys(map, event));
    redraw(map);
  };
  const redraw = map => {
    map.x = Math.min(Math.max(0, map.x), map.width - map.width / map.k);
    map.y = Math.min(Math.max(0, map.y), map.height - map.height / map.k);
    map.svg.setAttribute("viewBox", `${map.x} ${map.y} ${map.width / map.k} ${map.height / map.k}`);
    const shrink = 1 / map.k ** 0.82;
    // Pixels of the screen for one of the drawing.
    const pixel = (map.svg.clientWidth || map.width) / (map.width / map.k);
    for (const pin of map.pins) {
      // A sign is about 10 wide: never under 5 pixels, names never under 9.
      const least = pin.isLabel ? 0.9 / pixel : pin.city >= 0 ? 0.5 / pixel : 0;
      pin.scale = Math.max(pin.size * shrink, least);
      pin.node.setAttribute("transform", `translate(${pin.x} ${pin.y}) scale(${pin.scale})`);
    }
    thin(map, shrink);
  };
  // Where names had to grow, those that would cover an earlier one are left out.
  const thin = (map, shrink) => {
    const taken = [];
    for (const pin of map.pins) {
      if (!pin.isLabel) continue;
      const grown = pin.scale > pin.size * shrink * 1.01;
      pin.node.classList.remove("covered");
      if (!grown || !pin.node.getClientRects().length) continue;
      const box = pin.node.getBoundingClientRect();
      const hit = taken.some(other => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
      if (hit) pin.node.classList.add("covered");
      else taken.push(box);
    }
  };
  // Arrows go from city to city, + and - zoom, Enter chooses.
  const keys = (map, event) => {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key === "+" || event.key === "=") return map.zoom(1.5, 0.5, 0.5);
    if (event.key === "-") return map.zoom(1 / 1.5, 0.5, 0.5);
    if (event.key === "Enter" && shown >= 0) return choose(shown);
    if (event.key === "Escape") return choose(-1);
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    const all = map.pins.filter(pin => pin.city >= 0);
    const here = all.find(pin => pin.city === shown) || { x: map.width / 2, y: map.height / 2 };
    let best = null;
    for (const pin of all) {
      const dx = pin.x - here.x, dy = pin.y - here.y;
      const along = dx * way[0] + dy * way[1], across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (pin === here || along <= 0 || across > along * 2) continue;
      const cost = along + across * 2;
      if (!best || cost < best.cost) best = { cost, pin };
    }
    if (best) best.pin.node.focus();
  };
  const project = (frame, lon, lat) => {
    const degree = Math.PI / 180;
    let turned = (lon - frame.centre) % 360;
    if (turned < -180) turned += 360;
    if (turned >= 180) turned -= 360;
    const p = lat * degree, p2 = p * p, p4 = p2 * p2;
    const x = frame.parallel == null
      ? turned * degree * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
      : turned * degree * Math.cos(frame.parallel * degree);
    const y = frame.parallel == null
      ? p * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
      : p;
    return [frame.width / 2 + x * frame.scale, (frame.top - y) * frame.scale];
  };
  const arc = (a, b) => {
    const degree = Math.PI / 180;
    const vector = q => [
      Math.cos(q[3] * degree) * Math.cos(q[4] * degree),
      Math.cos(q[3] * degree) * Math.sin(q[4] * degree), Math.sin(q[3] * degree)];
    const u = vector(a), v = vector(b);
    const angle = Math.acos(Math.max(-1, Math.min(1, u[0] * v[0] + u[1] * v[1] + u[2] * v[2])));
    const steps = Math.max(1, Math.ceil(angle / degree / 2));
    const points = [];
    for (let step = 0; step <= steps; step += 1) {
      const t = step / steps;
      const f = angle < 1e-9 ? 1 - t : Math.sin((1 - t) * angle) / Math.sin(angle);
      const g = angle < 1e-9 ? t : Math.sin(t * angle) / Math.sin(angle);
      const [x, y, z] = [0, 1, 2].map(i => f * u[i] + g * v[i]);
      points.push([Math.atan2(y, x) / degree, Math.atan2(z, Math.hypot(x, y)) / degree]);
    }
    return points;
  };
  const showRoute = number => {
    for (const map of Object.values(maps)) {
      map.route.replaceChildren();
      for (const pin of map.pins) pin.node.classList.toggle("chosen", pin.city >= 0 && pin.city === number);
      if (number < 0) continue;
      for (const leg of cities[number].legs) {
        if (leg[2] < 0 || leg[4] === leg[5]) continue;
        const mode = data.modes[leg[2]];
        const a = places[leg[4]], b = places[leg[5]];
        const points = mode === "air" ? arc(a, b) : [[a[4], a[3]], [b[4], b[3]]];
        let path = "", last = null;
        for (const [lon, lat] of points) {
          const [x, y] = project(map.frame, lon, lat);
          const jump = last !== null && Math.abs(x - last) > map.width / 2;
          path += `${last === null || jump ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
          last = x;
        }
        map.route.append(draw("path", { d: path, class: `route ${mode}` }));
      }
    }
  };

  // One city
  const tip = (number, x, y) => {
    const city = cities[number], node = byId("tip");
    node.textContent = `${place(city.place)}: P50 ${hours(city.p[0])}, P80 ${hours(city.p[1])}, P95 ${hours(city.p[2])} h, ${word(`report.status.${city.status}`)}`;
    node.hidden = false;
    const room = document.documentElement.clientWidth - node.offsetWidth - 8;
    node.style.left = `${Math.max(4, Math.min(x + 14, room))}px`;
    node.style.top = `${y + 16}px`;
  };
  const choose = number => {
    pinned = number === pinned ? -1 : number;
    show(number);
    for (const row of document.querySelectorAll("#city-table tbody tr")) {
      row.classList.toggle("chosen", +row.dataset.city === pinned);
    }
  };
  const show = number => {
    shown = number;
    showRoute(number);
    const box = byId("detail");
    box.replaceChildren();
    if (number < 0) {
      box.append(make("p", { class: "quiet" }, word("page.choose")));
      return;
    }
    const city = cities[number];
    box.append(
      make("h3", {}, place(city.place)),
      make("p", { class: "quiet" }, `${named(data.countries[city.country])}, ${tierName(city.tier)}${city.grade ? `, ${city.grade}` : ""}`),
      make("p", {}, make("span", { class: `badge ${city.status}` }, word(`report.status.${city.status}`)),
        ` ${word("report.col.target")} ${span(city.target)}`));
    const figures = make("div", { class: "figures" });
    const figure = (label, value) => figures.append(make("div", {}, make("b", {}, value), label));
    figure("P50 h", hours(city.p[0]));
    figure("P80 h", hours(city.p[1]));
    figure("P95 h", hours(city.p[2]));
    if (city.chance) figure(word("page.chance"), chance(city.chance));
    else figure(word("page.share"), percent(city.share));
    if (city.legs.length) figure("CNY", city.cost == null ? word("page.unpriced") : (city.cost / 100).toFixed(2));
    if (city.legs.length) figure("kg CO2e", city.co2e == null ? word("page.unpriced") : (city.co2e / 1000).toFixed(1));
    box.append(figures);
    if (city.reason) box.append(make("p", {}, city.reason[lang]));
    box.append(make("h3", {}, word("page.strip")), strip(city), make("p", { class: "quiet" }, word("page.strip_note")),
      make("div", { id: "hour", "aria-live": "polite" }, ...hourWay(city, chosenHour)));
    if (city.legs.length) box.append(make("h3", {}, word("page.itinerary", data.percentile)), itinerary(city));
  };
  const hourName = hour => `${word(`report.weekday.${Math.floor(hour / 24) + 1}`)} ${two(hour % 24)}:00`;
  const strip = city => {
    const values = city.strip.map(value => (value < 0 ? null : value / 10));
    return weekStrip({
      values, colour: value => data.colours[band(value)],
      title: hour => `${hourName(hour)}: ${values[hour] === null ? word("report.status.unreachable") : `${values[hour].toFixed(1)} h`}`,
      days: [1, 2, 3, 4, 5, 6, 7].map(day => word(`report.weekday.${day}`)),
      counted: hour => data.mask[hour] === "1", selected: chosenHour, label: word("page.strip"),
      onChoose: hour => {
        chosenHour = hour;
        byId("hour").replaceChildren(...hourWay(city, hour));
      },
    });
  };
  // What moves of the way at an hour of the week.
  const hourWay = (city, hour) => {
    if (hour < 0) return [];
    const value = city.strip[hour];
    const heading = make("h3", {}, word("page.hour", hourName(hour)));
    if (value < 0 || !city.ways) return [heading, make("p", {}, word("report.status.unreachable"))];
    const [start, moves] = city.ways[0][city.ways[1][hour]];
    const body = make("tbody");
    for (const [mode, service, from, to, minute, minutes, km, off, row] of moves) {
      const what = [mode >= 0 ? word(`mode.${data.modes[mode]}`) : "", service >= 0 ? services[service][0] : row].filter(text => text);
      body.append(make("tr", {}, make("td", { class: "n" }, wall(data.week + minute * 60, off)),
        make("td", { class: "n" }, hours(minutes * 60)),
        make("td", {}, what.join(", "), make("br"), make("span", { class: "quiet" }, `${place(from)} → ${place(to)}${km ? `, ${km} km` : ""}`))));
    }
    const head = make("tr", {}, ...[["report.col.leaves", "n"], ["report.col.hours", "n"], ["report.col.step", ""]]
      .map(([key, kind]) => make("th", { class: kind, scope: "col" }, word(key))));
    const lines = [make("p", {}, word("page.hour_total", (value / 10).toFixed(1)))];
    if (start !== hour) lines.push(make("p", { class: "quiet" }, word("page.hour_as", hourName(start))));
    return [heading, ...lines, make("table", {}, make("thead", {}, head), body)];
  };
  const itinerary = city => {
    const body = make("tbody");
    for (const [kind, cause, mode, service, from, to, start, seconds, km, fen, , quality, unpriced, off, row] of city.legs) {
      const isWait = data.kinds[kind] === "wait";
      const what = [word(isWait ? `cause.${data.causes[cause]}` : `leg.${data.kinds[kind]}`)];
      if (mode >= 0 && data.kinds[kind] === "main_haul") what.push(word(`mode.${data.modes[mode]}`));
      if (service >= 0) what.push(services[service][0]);
      else if (row) what.push(row);
      const where = from === to ? place(from) : `${place(from)} → ${place(to)}`;
      const money = unpriced ? word("page.unpriced") : fen ? (fen / 100).toFixed(2) : "";
      body.append(make("tr", { class: isWait ? "wait" : null },
        make("td", { class: "n" }, wall(city.start + start, off)),
        make("td", { class: "n" }, hours(seconds)),
        make("td", {}, what.join(", "), make("br"), make("span", { class: "quiet" },
          `${where}${km ? `, ${Math.round(km)} km` : ""} (${word(`quality.${data.qualities[quality]}`)})`)),
        make("td", { class: "n" }, money)));
    }
    const head = make("tr", {}, ...[["report.col.leaves", "n"], ["report.col.hours", "n"], ["report.col.step", ""], [null, "n"]]
      .map(([key, kind]) => make("th", { class: kind, scope: "col" }, key ? word(key) : "CNY")));
    return make("table", {}, make("thead", {}, head), body);
  };

  // Tables
  const tierTable = (caption, rows, beside) => {
    const head = make("tr", {}, ...["report.col.tier", "report.col.target", "report.status.in", "report.col.share", "report.col.people"]
      .map((key, n) => make("th", { class: n ? "n" : "", scope: "col" }, word(key))));
    const body = make("tbody");
    for (const row of rows) {
      body.append(make("tr", {}, make("td", {}, tierName(row.tier)),
        make("td", { class: "n" }, row.target == null ? "–" : `≤ ${span(row.target)}`),
        make("td", { class: "n" }, `${row.in}/${row.of}`),
        make("td", { class: "n" }, row.of ? percent(row.in / row.of) : "–"),
        make("td", { class: "n" }, `${people(row.peopleIn)} / ${people(row.peopleOf)}`)));
    }
    for (const row of beside) {
      body.append(make("tr", {}, make("td", {}, word("report.beside")), make("td"),
        make("td", { class: "n" }, `${row.in}/${row.of}`), make("td"), make("td")));
    }
    return make("div", {}, make("h3", {}, caption), make("table", {}, make("thead", {}, head), body));
  };
  const people = count => word("report.millions", lang === "zh" ? Math.round(count / 1e4).toLocaleString("en-US") : (count / 1e6).toFixed(1));
  const simpleTable = (caption, heads, rows) => make("div", {}, make("h3", {}, caption), make("table", {},
    make("thead", {}, make("tr", {}, ...heads.map((text, n) => make("th", { class: n ? "n" : "", scope: "col" }, text)))),
    make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map((text, n) => make("td", { class: n ? "n" : "" }, text)))))));
  const setName = set => (data.words[`report.set.${set}`] ? word(`report.set.${set}`) : set);
  const gatewayName = number => (number == null ? word("report.by_road") : place(number));
  const drawTiers = () => {
    const box = byId("tier-tables");
    const total = data.gateways.reduce((sum, row) => sum + row[1], 0) || 1;
    box.replaceChildren(tierTable(word("report.tiers", setName(data.set)), data.tiers, data.beside));
    if (data.other.length) box.append(tierTable(word("report.tiers", setName(data.otherSet)), data.other, []));
    if (data.swings.length) {
      box.append(simpleTable(word("report.swings"), [word("report.col.assumption"), ...data.tiers.map(row => (row.target == null ? tierName(row.tier) : `≤ ${span(row.target)}`))],
        data.swings.map(row => [word(row[0]), ...row[1].map(pair => `${pair[0]}/${pair[1]}`)])));
    }
    if (data.chances.length) {
      box.append(simpleTable(word("report.reliable"), [word("report.col.tier"), word("report.col.target"), word("page.in_by", data.percentile), word("page.chance"), "95 %"],
        data.chances.map(([tier, ...shares]) => {
          const row = data.tiers.find(each => each.tier === tier);
          return [tierName(tier), row.target == null ? "–" : `≤ ${span(row.target)}`, `${row.in}/${row.of}`, fine(shares[0]), `${fine(shares[1])}–${fine(shares[2])}`];
        })));
    }
    box.append(simpleTable(word("report.gateways"), [word("report.col.gateway"), word("report.col.cities"), word("report.col.share"), word("report.status.in")],
      data.gateways.map(row => [gatewayName(row[0]), row[1], percent(row[1] / total), row[2]])));
    const districts = cities.filter(city => city.group === 2);
    if (districts.length) {
      box.append(simpleTable(word("report.districts"), [word("report.col.district"), "P50 h", "P80 h", "P95 h", word("report.col.status")],
        districts.map(city => [place(city.place), ...city.p.map(hours), word(`report.status.${city.status}`)])));
    }
  };
  const columns = [
    { key: "name", label: "report.col.city", text: city => place(city.place) },
    { key: "country", label: "report.col.country", text: city => named(data.countries[city.country]) },
    { key: "tier", label: "report.col.tier", text: city => tierName(city.tier), value: city => city.tier },
    { key: "status", kind: "s", label: "report.col.status", text: city => word(`report.status.${city.status}`), value: city => ["in", "out", "unreachable"].indexOf(city.status) },
    { key: "p50", label: "P50 h", number: true, text: city => hours(city.p[0]), value: city => city.p[0] },
    { key: "p80", label: "P80 h", number: true, text: city => hours(city.p[1]), value: city => city.p[1] },
    { key: "p95", label: "P95 h", number: true, text: city => hours(city.p[2]), value: city => city.p[2] },
    { key: "reason", kind: "r", label: "page.reason", text: city => (city.reason ? city.reason[lang] : city.wait ? `${place(city.wait[0])}: ${word(`cause.${data.causes[city.wait[1]]}`)}, ${hours(city.wait[2])} h` : "") },
    { key: "slack", label: "page.slack", number: true, text: city => hours(city.slack), value: city => city.slack },
    data.chances.length
      ? { key: "share", label: "page.chance", number: true, text: city => (city.chance ? chance(city.chance) : "–"), value: city => (city.chance ? city.chance[0] : -1) }
      : { key: "share", label: "page.share", number: true, text: city => percent(city.share), value: city => city.share },
    { key: "day1", label: "page.day1", number: true, text: city => percent(city.days[0]), value: city => city.days[0] },
    { key: "day2", label: "page.day2", number: true, text: city => percent(city.days[1]), value: city => city.days[1] },
    { key: "day3", label: "page.day3", number: true, text: city => percent(city.days[2]), value: city => city.days[2] },
    { key: "gateway", label: "report.col.gateway", text: city => place(city.gateway) },
    { key: "service", label: "page.service", text: city => (city.service == null ? "" : services[city.service][0]) },
    { key: "cost", label: data.byTEU ? "page.cost_teu" : "page.cost_kg", number: true, text: city => (city.cost == null ? "–" : (city.cost / 100 / data.units).toFixed(2)), value: city => city.cost },
    { key: "co2e", label: data.byTEU ? "page.co2e_teu" : "page.co2e_kg", number: true, text: city => (city.co2e == null ? "–" : (city.co2e / 1000 / data.units).toFixed(2)), value: city => city.co2e },
  ];
  const chosenRows = () => {
    const needle = filter.text.trim().toLowerCase();
    const rows = cities.map((city, number) => number).filter(number => {
      const city = cities[number];
      return (filter.group === "" || String(city.group) === filter.group)
        && (filter.tier === "" || String(city.tier) === filter.tier)
        && (filter.status === "" || city.status === filter.status)
        && (filter.gateway === "" || String(city.gateway ?? "road") === filter.gateway)
        && (needle === "" || [places[city.place].slice(0, 3), data.countries[city.country]].flat().join(" ").toLowerCase().includes(needle));
    });
    const column = columns.find(each => each.key === sortKey);
    const order = new Intl.Collator(lang === "zh" ? "zh-CN" : "en");
    const compare = (a, b) => {
      if (!column.value) return order.compare(column.text(cities[a]), column.text(cities[b]));
      const x = column.value(cities[a]), y = column.value(cities[b]);
      if (x == null || y == null) return (x == null ? 1 : 0) - (y == null ? 1 : 0);
      return x - y;
    };
    return rows.sort((a, b) => (sortDown ? -1 : 1) * compare(a, b) || a - b);
  };
  const drawTable = () => {
    const table = byId("city-table");
    const rows = chosenRows();
    const head = make("tr", {}, ...columns.map(column => make("th", {
      class: column.number ? "n" : column.kind || "", scope: "col",
      "aria-sort": column.key === sortKey ? (sortDown ? "descending" : "ascending") : "none",
    }, make("button", { type: "button", "data-key": column.key, click: () => {
      sortDown = sortKey === column.key ? !sortDown : false;
      sortKey = column.key;
      drawTable();
      table.querySelector(`button[data-key="${column.key}"]`).focus();
    } }, data.words[column.label] ? word(column.label) : column.label))));
    const body = make("tbody");
    for (const number of rows) {
      const city = cities[number];
      body.append(make("tr", { "data-city": number, class: number === pinned ? "chosen" : null }, ...columns.map((column, n) => {
        if (n) return make("td", { class: column.number ? "n" : column.kind }, column.text(city));
        return make("td", {}, make("button", { type: "button", click: () => {
          choose(number);
          byId("maps").scrollIntoView({ behavior: "auto" });
        } }, column.text(city)));
      })));
    }
    table.replaceChildren(make("thead", {}, head), body);
    byId("city-count").textContent = word("page.count", rows.length, cities.length);
  };
  // What the table shows, as CSV with a byte order mark, which spreadsheets read as UTF-8.
  const download = () => {
    const quoted = text => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    // A cell that a spreadsheet would run is made inert; numbers stay numbers.
    const cell = text => quoted(/^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text === "–" ? "" : text);
    const name = column => (data.words[column.label] ? word(column.label) : column.label);
    const lines = [["id", ...columns.map(name)], ...chosenRows().map(number =>
      [places[cities[number].place][0], ...columns.map(column => column.text(cities[number]))])];
    const text = `\ufeff${lines.map(line => line.map(cell).join(",")).join("\r\n")}\r\n`;
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: "circle.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const drawFilters = () => {
    const choice = (key, label, options) => {
      const select = make("select", { id: `filter-${key}` }, ...options.map(([value, text]) => make("option", { value, selected: filter[key] === value }, text)));
      select.addEventListener("change", () => { filter[key] = select.value; drawTable(); });
      return make("label", {}, word(label), select);
    };
    const all = ["", word("page.all")];
    const search = make("input", { type: "search", id: "filter-text", value: filter.text });
    search.addEventListener("input", () => { filter.text = search.value; drawTable(); });
    const gateways = [...new Set(cities.map(city => String(city.gateway ?? "road")))]
      .map(id => [id, id === "road" ? word("report.by_road") : place(+id)]);
    byId("filters").replaceChildren(
      make("label", {}, word("page.search"), search),
      choice("group", "page.group", [["0", setName(data.set)], ["1", word("report.beside")], ["2", word("report.districts")], all]),
      choice("tier", "report.col.tier", [all, ...data.tiers.map(row => [String(row.tier), tierName(row.tier)])]),
      choice("status", "report.col.status", [all, ...["in", "out", "unreachable"].map(each => [each, word(`report.status.${each}`)])]),
      choice("gateway", "report.col.gateway", [all, ...gateways]),
      make("button", { type: "button", id: "download", click: download }, word("page.download")));
  };
  const drawTools = () => {
    byId("views").replaceChildren(...views.map(name => make("button", {
      type: "button", "data-view": name, "aria-pressed": String(view === name), click: () => { view = name; drawTools(); redraw(maps[name]); },
    }, word(`page.view.${name}`))));
    for (const name of views) byId(`map-${name}`).hidden = name !== view;
    const layers = [["cells", word("page.layer.cells")], ...data.tiers.map(row => [`t${row.tier}`, tierName(row.tier)]),
      ["rivers", word("report.legend.river")], ["gateways", word("report.gateways")], ["labels", word("page.layer.labels")]];
    const stage = document.querySelector(".stage");
    byId("layers").replaceChildren(...layers.map(([key, text]) => {
      const box = make("input", { type: "checkbox", "data-layer": key, checked: !stage.classList.contains(`hide-${key}`) });
      box.addEventListener("change", () => stage.classList.toggle(`hide-${key}`, !box.checked));
      return make("label", {}, box, text);
    }));
    byId("zooms").replaceChildren(
      make("button", { type: "button", "aria-label": word("page.zoom_in"), click: () => maps[view].zoom(1.6, 0.5, 0.5) }, "+"),
      make("button", { type: "button", "aria-label": word("page.zoom_out"), click: () => maps[view].zoom(1 / 1.6, 0.5, 0.5) }, "−"),
      make("button", { type: "button", click: () => { Object.assign(maps[view], { x: 0, y: 0, k: 1 }); redraw(maps[view]); } }, word("page.reset")));
    drawLegend();
  };
  const drawLegend = () => {
    drawLegendOf(view, byId("legend"));
  };
  const drawLegendOf = (view, box) => {
    box.replaceChildren();
    const item = (sign, text) => {
      const svg = draw("svg", { width: 24, height: 16, viewBox: "-12 -8 24 16", "aria-hidden": "true" });
      svg.append(...sign);
      box.append(make("span", {}, svg, text));
    };
    const legend = data.legend[view];
    legend.colours.forEach((colour, number) => item([draw("rect", { x: -11, y: -7, width: 22, height: 14, fill: colour, stroke: "#8a97a1" })], legend.texts[lang][number]));
    item([draw("rect", { x: -11, y: -7, width: 22, height: 14, fill: "#fff", stroke: "#8a97a1" }), draw("path", { d: "M-11 5L1 -7M-6 7L8 -7M2 7L11 -2", stroke: "#5d4a2c" })], word("report.legend.hatch"));
    for (const sign of data.signs) {
      if (sign.tier === 0 && view === "world") continue;
      item([draw("path", { d: sign.path, fill: sign.fill, stroke: sign.stroke, "stroke-width": 1.5 })], sign.tier === undefined ? word(sign.word) : tierName(sign.tier));
    }
  };
  const drawAssumptions = () => {
    byId("assumed").textContent = data.text[lang].assumed;
    byId("assumption-tables").replaceChildren(...data.assumptions.map(group => simpleTable(word(group.title),
      group.heads.map(key => word(key)), group.rows.map(row => row.map((cell, n) =>
        (group.quality === n ? word(`quality.${cell}`) : cell && typeof cell === "object" ? cell[lang] : cell))))));
  };
  const drawAll = () => {
    const text = data.text[lang];
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    document.title = text.title;
    for (const key of ["title", "finding", "statistic", "clock", "ideal"]) byId(key).textContent = text[key];
    byId("counts").replaceChildren(...data.tiers.map(row => make("div", {},
      make("b", {}, `${row.in}/${row.of}`), make("span", {}, `${tierName(row.tier)}${row.target == null ? "" : ` (≤ ${span(row.target)})`}`))));
    byId("map-notice").textContent = text.notice;
    for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
    for (const node of document.querySelectorAll(".languages button")) node.setAttribute("aria-pressed", String(node.dataset.lang === lang));
    for (const map of Object.values(maps)) {
      map.svg.setAttribute("aria-label", `${text.title}, ${word(`page.view.${map.name}`)}`);
      for (const pin of map.pins) if (pin.city >= 0) pin.node.setAttribute("aria-label", place(cities[pin.city].place));
    }
    byId("footer").replaceChildren(...text.footer.map(line => make("p", {}, line)));
    drawTools();
    drawFilters();
    drawTable();
    drawTiers();
    drawAssumptions();
    show(shown);
  };
  for (const node of document.querySelectorAll(".languages button")) {
    node.addEventListener("click", () => { lang = node.dataset.lang; drawAll(); });
  }
  views.forEach(setUpMap);
  window.addEventListener("resize", () => redraw(maps[view]));
  // Paper has room: signs and names as they were drawn, the whole of each map.
  window.addEventListener("beforeprint", () => {
    for (const map of Object.values(maps)) {
      map.svg.setAttribute("viewBox", `0 0 ${map.width} ${map.height}`);
      for (const pin of map.pins) {
        pin.node.classList.remove("covered");
        pin.node.setAttribute("transform", `translate(${pin.x} ${pin.y}) scale(${pin.size})`);
      }
    }
  });
  window.addEventListener("afterprint", () => redraw(maps[view]));
  drawAll();
})();
