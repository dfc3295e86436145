#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds and runs all tests; further options go to `swift test`.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
swift test --explicit-target-dependency-import-check error "$@"
