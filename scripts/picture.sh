#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes README's picture from out/circle.svg, which scripts/circle.sh writes.
set -euo pipefail
cd "$(dirname "$0")/.."
rsvg-convert --width 1000 --output docs/pictures/circle.png out/circle.svg
