#!/bin/sh
# Installs the Debian packages of a list that are missing, or says in one line how to. On other systems it does nothing.
# set-up.sh [LIST]: a file beside this one; debian-packages.txt if none is named.
set -e
list=${1:-debian-packages.txt}
command -v dpkg-query >/dev/null 2>&1 || exit 0
here=$(dirname "$0")
missing=""
for package in $(grep -v '^#' "$here/$list"); do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
command="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
  echo "Installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  $command -qq >/dev/null
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  echo "Installing$missing"
  sudo apt-get update -qq
  sudo DEBIAN_FRONTEND=noninteractive $command -qq >/dev/null
else
  echo "Some packages are missing and this account may not install them. Type this line, then run make again:" >&2
  echo "  sudo $command" >&2
  exit 2
fi
