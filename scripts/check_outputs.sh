#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts every output of a folder before its validator: GeoJSON, GeoPackage, HTML, SVG, CSV, JSON, and the
# page in a headless browser (script works, nothing is asked of a network, no error on its console).
#   scripts/check_outputs.sh OUTDIR [--screenshots DIR]
# Needs python3 with geojson-validator, selenium and html5lib, Chromium with its driver, and GDAL's
# validate_gpkg for the system's Python: scripts/setup_checks.sh makes all of it. Installs nothing.
set -uo pipefail
out=${1:?usage: scripts/check_outputs.sh OUTDIR [--screenshots DIR]}
shift
screenshots=
if [ "${1:-}" = --screenshots ]; then screenshots=${2:?--screenshots needs a folder}; fi
here=$(cd "$(dirname "$0")" && pwd)
failed=0
checked=0

check() {
  local name=$1
  shift
  checked=$((checked + 1))
  if "$@"; then echo "ok    $name"; else echo "FAILED $name"; failed=$((failed + 1)); fi
}

gpkg() {
  local log
  log=$(/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -k "$1" 2>&1) || { echo "$log"; return 1; }
  if [ -e "$1-wal" ] || [ -e "$1-journal" ]; then echo "$1: a journal is left beside it"; return 1; fi
}

shopt -s nullglob
for file in "$out"/*; do
  case $file in
    *.geojson) check "$file" python3 "$here/output_checks/geojson.py" "$file" ;;
    *.gpkg) check "$file" gpkg "$file" ;;
    *.html)
      check "$file (HTML)" python3 "$here/output_checks/html.py" "$file"
      check "$file (browser)" python3 "$here/output_checks/browser.py" "$file" ${screenshots:+"$screenshots"}
      ;;
    *.json | *.csv | *.svg | *.png) check "$file" python3 "$here/output_checks/plain.py" "$file" ;;
  esac
done
echo "$checked outputs checked, $failed failed"
[ "$checked" -gt 0 ] && [ "$failed" -eq 0 ]
