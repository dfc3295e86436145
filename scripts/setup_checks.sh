#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes what scripts/check_outputs.sh needs: a virtual environment (default .venv), and as root the
# system's packages. Use it with: PATH="$PWD/.venv/bin:$PATH" scripts/check_outputs.sh out
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh checks
venv=${1:-.venv}
python3 -m venv "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check \
  geojson-validator==0.7.0 selenium==4.51.0 html5lib==1.1
echo "PATH=\"\$PWD/$venv/bin:\$PATH\" scripts/check_outputs.sh out"
