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
