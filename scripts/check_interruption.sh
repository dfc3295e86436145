#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Broken off, closed pipe, no folder, full device: the right exit code, a message, no unfinished file.
#   scripts/check_interruption.sh .build/release/tidebore WORKFOLDER
set -uo pipefail
cd "$(dirname "$0")/.."
tool=$(realpath "$1")
work=$2
mkdir -p "$work/out"
faults=0
check() {
  if [ "$2" = "$3" ]; then echo "  $1: $2"; else
    echo "  $1: $2, expected $3"
    faults=$((faults + 1))
  fi
}
route=(route networks/hangzhou --from HZ-XS --to G3117735 --depart 2026-03-02T09:00:00+08:00)

for signal in INT TERM; do
  setsid "$tool" coverage networks/hangzhou --origin HZ-XS --quiet -o "$work/out/circle.html" \
    -o "$work/out/circle.json" 2>"$work/messages" &
  child=$!
  sleep 0.3
  kill -s "$signal" "$child"
  wait "$child"
  check "exit code after $signal" $? 5
  check "unfinished files after $signal" "$(find "$work/out" -name '*.part*' | wc -l)" 0
done

"$tool" "${route[@]}" --format json --quiet | head -c 1 >/dev/null
check "closed pipe" "${PIPESTATUS[0]}" 0
"$tool" "${route[@]}" --quiet -o "$work/none/route.json" 2>"$work/messages"
check "no such folder" $? 6
"$tool" "${route[@]}" --format json --quiet >/dev/full 2>"$work/messages"
check "full device" $? 6
check "message about the full device" "$([ -s "$work/messages" ] && echo yes)" yes
(ulimit -f 1 && "$tool" coverage networks/hangzhou --origin HZ-XS --quiet -o "$work/out/limit.json" 2>"$work/messages")
check "limit on file size" $? 6
check "file over the limit" "$(find "$work/out" -name '*limit*' | wc -l)" 0
"$tool" route networks/hangzhou --from HZ-SX --to nowhere --depart now 2>"$work/messages"
check "wrong command line" $? 2
"$tool" validate scripts --format json >/dev/null 2>"$work/messages"
check "no network" $? 3
"$tool" coverage networks/hangzhou --origin HZ-XS --quiet --format json --require 'tier3>=1' >/dev/null 2>"$work/messages"
check "required target missed" $? 4

echo "interruption: $faults faults"
[ "$faults" -eq 0 ]
