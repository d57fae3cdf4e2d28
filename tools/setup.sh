#!/usr/bin/env bash
# Installs what demo, tests and checks need and is missing: Debian packages (as root; otherwise it prints the command)
# and a virtual environment of the system's Python, which sees QGIS. A second one, of the same name and -standin, holds
# pygeoapi: its requirements bring libraries with a GDAL of their own. Then it builds the library of the web map, out of
# npm, and the translations. Quick when nothing is missing.
set -euo pipefail
venv=$1
packages=(qgis python3-qgis qgis-providers python3-geopandas python3-pyproj python3-scipy python3-venv python3-pip
  proj-bin qttools5-dev-tools qttranslations5-l10n xvfb xauth matchbox-window-manager fonts-open-sans cgi-mapserver
  qgis-server)

# npm brings the library of the web map; node from elsewhere than Debian has its own. The tests of the web map need a
# browser, which Ubuntu has no package of: without one they are skipped.
command -v npm >/dev/null || packages+=(npm)
if ! command -v chromium chromium-browser google-chrome >/dev/null && grep -q '^ID=debian' /etc/os-release; then
  packages+=(chromium)
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  command="apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    echo "These Debian packages are missing. Install them and run make again:" >&2
    echo "  sudo apt-get update && sudo $command" >&2
    exit 1
  fi
  echo "Installing Debian packages: ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $command >/dev/null
fi

# environment <folder> <file of requirements>...
environment() {
  local folder=$1 stamp=$1/requirements.stamp
  shift
  if ! cat "$@" 2>/dev/null | cmp -s - "$stamp"; then
    echo "Installing Python packages into $folder"
    [ -x "$folder/bin/python" ] || /usr/bin/python3 -m venv --system-site-packages "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "${@/#/-r}"
    cat "$@" > "$stamp"
  fi
}
environment "$venv" requirements.txt requirements-dev.txt
environment "$venv-standin" requirements-standin.txt
"$venv/bin/python" -m tools.webmap.build
"$venv/bin/python" -m tools.translations build
