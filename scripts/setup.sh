#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes sure that a Debian machine has what Tidebore needs; installs what is missing as root or
# through sudo, and otherwise says exactly what to install.
#   scripts/setup.sh          to build, run and test
#   scripts/setup.sh checks   and what the checks of the outputs need (GDAL, a browser)
set -euo pipefail

packages=(libgsl-dev libsqlite3-dev pkg-config tzdata librsvg2-bin fonts-noto-cjk)
if [ "${1:-}" = checks ]; then
  packages+=(gdal-bin python3-gdal python3-venv chromium chromium-driver)
fi

if ! command -v swift >/dev/null; then
  echo "Swift 6.3 or newer is needed: https://www.swift.org/install/linux/" >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
if [ "$(printf '%s\n6.3\n' "$version" | sort -V | head -1)" != 6.3 ]; then
  echo "Swift 6.3 or newer is needed, this is ${version:-unknown}: https://www.swift.org/install/linux/" >&2
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$state" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

install=(apt-get install -y --no-install-recommends "${missing[@]}")
if [ "$(id -u)" -eq 0 ]; then
  root=()
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
  root=(sudo)
else
  echo "These packages are missing; as root, run:" >&2
  echo "  apt-get update && ${install[*]}" >&2
  exit 1
fi
echo "installing: ${missing[*]}" >&2
"${root[@]}" apt-get update -qq >&2
"${root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" -qq >&2
