#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Same question, same bytes: on repeat, for 1 and 2 threads, three time zones of the machine, three locales,
# and with the rows of every table shuffled.
#   scripts/check_same_bytes.sh .build/release/tidebore WORKFOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(realpath "$1")
work=$2
mkdir -p "$work"
endings=(html svg geojson gpkg csv json)

# $1: name of the run; $2: threads; then variables of the environment; the network is ./network of the run's folder, so that paths agree.
circle() {
  local outputs=() ending
  for ending in "${endings[@]}"; do outputs+=(-o "circle.$ending"); done
  (cd "$work/$1" && env "${@:3}" "$tool" coverage network --origin HZ-XS --threads "$2" --quiet --format table \
    "${outputs[@]}" >circle.txt)
  (cd "$work/$1" && env "${@:3}" "$tool" route network --from HZ-XS --to G3117735 --depart 2026-03-02T09:00:00+08:00 \
    --format json --quiet >route.json)
  (cd "$work/$1" && env "${@:3}" "$tool" route network --from HZ-XS --to G3117735 --depart 2026-03-02T09:00:00+08:00 \
    --criteria time,cost,co2e --format json --quiet >alternatives.json)
  (cd "$work/$1" && env "${@:3}" "$tool" compare network suez.yaml --threads "$2" --no-swings --quiet -o compare.json \
    -o compare.html -o compare.md)
  rm -rf "$work/$1/network" "$work/$1/suez.yaml"
}
# $1: name of the run; a scenario on its network.
scenario() {
  sed 's|^base: .*|base: network|' scenarios/suez-open/scenario.yaml >"$work/$1/suez.yaml"
}
prepare() {
  mkdir -p "$work/$1"
  cp -r networks/hangzhou "$work/$1/network"
  scenario "$1"
}

faults=0
compare() {
  local file
  for file in "$work"/base/*; do
    cmp "$file" "$work/$1/$(basename "$file")" || faults=$((faults + 1))
  done
}
# Shuffled rows have other input hashes: they are blanked on both sides before the comparison.
compare_answers() {
  local file name
  for file in "$work"/base/*; do
    name=$(basename "$file")
    [ "${name##*.}" = gpkg ] && continue
    if ! cmp <(sed -E 's/[0-9a-f]{64}/HASH/g' "$file") <(sed -E 's/[0-9a-f]{64}/HASH/g' "$work/$1/$name"); then
      faults=$((faults + 1))
    fi
  done
}

prepare base && circle base 2
prepare again && circle again 2 && compare again
prepare one && circle one 1 TZ=America/New_York LC_ALL=C.UTF-8 && compare one
prepare abroad && circle abroad 2 TZ=Asia/Kathmandu LC_ALL=de_DE.UTF-8 && compare abroad
prepare utc && circle utc 2 TZ=UTC LC_ALL=tr_TR.UTF-8 && compare utc
mkdir -p "$work/shuffled"
python3 scripts/shuffle_rows.py networks/hangzhou "$work/shuffled/network" --seed 7
scenario shuffled
circle shuffled 2 && compare_answers shuffled

echo "same bytes: $faults differences in 5 runs of $(find "$work/base" -type f | wc -l) outputs"
[ "$faults" -eq 0 ]
