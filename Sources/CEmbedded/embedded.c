/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "embedded.h"
#define TIDEBORE_COUNT(name) const unsigned long tidebore_##name##_count = sizeof tidebore_##name

const unsigned char tidebore_land[] = {
#embed "data/land.bin"
};
TIDEBORE_COUNT(land);

const unsigned char tidebore_coast[] = {
#embed "data/coast.bin"
};
TIDEBORE_COUNT(coast);

const unsigned char tidebore_page_html[] = {
#embed "data/page.html"
};
TIDEBORE_COUNT(page_html);

const unsigned char tidebore_page_css[] = {
#embed "data/page.css"
};
TIDEBORE_COUNT(page_css);

const unsigned char tidebore_week_strip_js[] = {
#embed "data/week-strip.js"
};
TIDEBORE_COUNT(week_strip_js);

const unsigned char tidebore_page_js[] = {
#embed "data/page.js"
};
TIDEBORE_COUNT(page_js);

const unsigned char tidebore_comparison_html[] = {
#embed "data/comparison.html"
};
TIDEBORE_COUNT(comparison_html);

const unsigned char tidebore_comparison_css[] = {
#embed "data/comparison.css"
};
TIDEBORE_COUNT(comparison_css);

const unsigned char tidebore_comparison_js[] = {
#embed "data/comparison.js"
};
TIDEBORE_COUNT(comparison_js);

const unsigned char tidebore_simulation_html[] = {
#embed "data/simulation.html"
};
TIDEBORE_COUNT(simulation_html);

const unsigned char tidebore_simulation_css[] = {
#embed "data/simulation.css"
};
TIDEBORE_COUNT(simulation_css);

const unsigned char tidebore_simulation_js[] = {
#embed "data/simulation.js"
};
TIDEBORE_COUNT(simulation_js);
