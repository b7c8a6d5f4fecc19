#!/bin/sh
# Makes the Teams app package of one installation: infra/teams/package.sh remiss-teams.zip
# APP_URL, APP_CLIENT_ID and SENDER_NAME come from azd (azd env get-values).
set -eu

out=${1:?Name the file to make, for instance remiss-teams.zip}
: "${APP_URL:?is not set; see azd env get-values}" "${APP_CLIENT_ID:?is not set; see azd env get-values}"

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

host=${APP_URL#https://}
sed -e "s|{{HOST}}|${host%/}|g" -e "s|{{CLIENT_ID}}|$APP_CLIENT_ID|g" -e "s|{{ORGANISATION}}|${SENDER_NAME:-Remisshanteringen}|g" \
  "$here/manifest.json" >"$work/manifest.json"
cp "$here/color.png" "$here/outline.png" "$work"
rm -f "$out"
zip -q -X -j "$out" "$work/manifest.json" "$work/color.png" "$work/outline.png"
