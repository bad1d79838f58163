#!/usr/bin/env bash
# Installs what is missing, then starts the portal with demo data on http://localhost:5080.
set -euo pipefail
cd "$(dirname "$0")"
. ./.ci/prepare

need_dotnet
need_packages icu fonts chromium

echo
echo "OneStop: http://localhost:5080  (電話機シミュレーター: http://localhost:5080/simulator)"
exec dotnet run --project OneStop.Portal -- "$@"
