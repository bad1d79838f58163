#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. Ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"
. ./.ci/prepare

export LANG="${LANG:-C.UTF-8}" # without one, the browser cannot name a file in Japanese

need_dotnet
need_packages icu fonts chromium

dotnet build OneStop.sln -c Release --nologo -v quiet
dotnet format OneStop.sln --no-restore --verify-no-changes

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet run --project OneStop.Tests -c Release --no-build -- --ansi off --progress off "$@" 2>&1 | tee "$log" || status=$?

count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -1; }
failed=$(count failed)
passed=$(count succeeded)
echo
echo "${passed:-0} passed, ${failed:-1} failed"
exit "$status"
