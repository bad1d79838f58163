#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. Ends with the ten slowest and "N passed, N failed".
#   ./test.sh --quick     without tests that need a browser or much time, and without the check of the format
#   ./test.sh --filter…   what else is given goes to the tests
set -euo pipefail
cd "$(dirname "$0")"
. ./.ci/prepare

export LANG="${LANG:-C.UTF-8}" # without one, the browser cannot name a file in Japanese

export DOTNET_TieredPGO=0  # most code runs once or twice: watching itself to become faster later is wasted

need_dotnet
need_packages icu fonts
is_quick=
if [ "${1:-}" = --quick ]; then
  is_quick=yes
  shift
  set -- --filter-not-trait Needs=Browser --filter-not-trait Needs=Time "$@"
fi
if [ -z "$is_quick" ]; then
  need_packages chromium
  need_packages chromium-headless-shell # after the other, which brings the list of what there is
fi

dotnet build OneStop.sln -c Release --nologo -v quiet

logs=$(mktemp -d)
trap 'jobs -p | xargs -r kill 2>/dev/null || true; rm -rf "$logs"' EXIT
status=0
run() { dotnet run --project OneStop.Tests -c Release --no-build -- --ansi off --progress off "$@" 2>&1; }

if [ $# = 0 ]; then
  # beside the first tests, which leave it some of the processor; styles and analyzers are the build's, the order of usings a test's
  dotnet format whitespace OneStop.sln --no-restore --verify-no-changes > "$logs/format" 2>&1 &
  # first some walks with a database that answers a moment later, as SQL Server does
  ONESTOP_TEST_DELAY=3 run --filter-class OneStop.Tests.EndToEnd.RoadTests --filter-class OneStop.Tests.EndToEnd.BookingFormWalkTests \
    --filter-class OneStop.Tests.EndToEnd.ComposerWalkTests --filter-class OneStop.Tests.EndToEnd.TemplatePageTests \
    --filter-class OneStop.Tests.EndToEnd.FormTests --filter-class OneStop.Tests.EndToEnd.ListTests | tee "$logs/late" || status=$?
  wait $! || { status=$?; cat "$logs/format"; }
fi
run --show-slowest-tests 10 "$@" | tee "$logs/tests" || status=$?

count() { cat "$logs"/* | awk -v word="$1:" '$1 == word { sum += $2; found = 1 } END { if (found) print sum }'; }
failed=$(count failed)
passed=$(count succeeded)
echo
echo "${passed:-0} passed, ${failed:-1} failed"
exit "$status"
