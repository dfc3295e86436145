#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh clone to Hangzhou's 123 circle: sets up, builds, and writes
# out/circle.{html,png,svg,geojson,gpkg,csv,json} and out/circle.origin.png; the tier table stands on the terminal.
# Further options go to `tidebore coverage`, for example: scripts/circle.sh --targets broad
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
swift build -c release --static-swift-stdlib --product tidebore >&2
mkdir -p out
.build/release/tidebore coverage networks/hangzhou --origin HZ-XS --format table \
  -o out/circle.html -o out/circle.png -o out/circle.origin.png -o out/circle.svg -o out/circle.geojson \
  -o out/circle.gpkg -o out/circle.csv -o out/circle.json "$@"
