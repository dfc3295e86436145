/* SPDX-License-Identifier: GPL-3.0-or-later
   Files compiled into the binary: `data/NAME` becomes tidebore_NAME and its length. */
#ifndef TIDEBORE_EMBEDDED_H
#define TIDEBORE_EMBEDDED_H
#define TIDEBORE_FILE(name)                                   \
  extern const unsigned char tidebore_##name[];               \
  extern const unsigned long tidebore_##name##_count;         \
  static inline const unsigned char *tidebore_##name##_start(void) { return tidebore_##name; }
TIDEBORE_FILE(land)
TIDEBORE_FILE(coast)
TIDEBORE_FILE(page_html)
TIDEBORE_FILE(page_css)
TIDEBORE_FILE(week_strip_js)
TIDEBORE_FILE(page_js)
TIDEBORE_FILE(comparison_html)
TIDEBORE_FILE(comparison_css)
TIDEBORE_FILE(comparison_js)
TIDEBORE_FILE(simulation_html)
TIDEBORE_FILE(simulation_css)
TIDEBORE_FILE(simulation_js)
#undef TIDEBORE_FILE
#endif
