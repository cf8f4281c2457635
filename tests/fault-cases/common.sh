# What the groups of tests/faults share. They run in an empty folder of their own.

fail() {
  echo "FAILED: $1" >&2
  { [ ! -f out.txt ] || head -c 1000 out.txt; [ ! -f err.txt ] || head -c 2000 err.txt; find . -maxdepth 3 | head -50; } >&2
  exit 1
}
skip() { echo "Skipped: $1"; skipped=$((skipped + 1)); }

# run_as <exit codes, joined by |> <pattern in what it says, or ''> <command…>: the exit code is one of these and the message fits.
run_as() {
  local codes=$1 pattern=$2 code=0
  shift 2
  "$@" > out.txt 2> err.txt < /dev/null || code=$?
  judge "$codes" "$pattern" "$code" "$*"
}
judge() {
  local codes=$1 pattern=$2 code=$3 what=$4
  [[ "|$codes|" == *"|$code|"* ]] || fail "exit code $code instead of $codes: $what"
  if grep -qE '^   at |our fault' err.txt out.txt; then fail "a stack trace: $what"; fi
  if [ "$code" != 0 ] && [ -n "$pattern" ] && ! grep -qE "$pattern" err.txt; then fail "the message is not /$pattern/: $what"; fi
  survived=$((survived + 1))
}

# Two results folders have the same bytes, but for the command line that 'analyze' and 'fit' write down, which names its folder.
same() {
  local folder copy
  rm -rf same-1 same-2
  cp -r "$1" same-1
  cp -r "$2" same-2
  for copy in same-1 same-2; do
    folder=$([ "$copy" = same-1 ] && echo "$1" || echo "$2")
    # shellcheck disable=SC2016
    find "$copy" -type f \( -name '*.json' -o -name report.html \) -exec env FOLDER="$folder" perl -pi -e 's/\Q$ENV{FOLDER}\E/OUT/g' {} +
  done
  diff -rq --exclude shards same-1 same-2 > difference.txt || fail "the bytes differ: $1 $2 $(head -c 500 difference.txt)"
  rm -rf same-1 same-2
}

# Nothing is left beside the results.
tidy() {
  local left
  left=$(find "$1" -maxdepth 2 \( -name '*.trialsim-partial' -o -name '*.trialsim-replaced' -o -name '*-stopped' -o -name '*.trialsim-lock' \) | head -3)
  [ -z "$left" ] || fail "something is left behind: $left"
}

await_file() {
  local until=$((SECONDS + 60))
  until [ -s "$1" ]; do
    [ "$SECONDS" -lt "$until" ] || fail "$1 does not come"
    sleep 0.05
  done
}

has_mounts() { [ "$TRIALSIM_FAULTS_MOUNTS" = yes ]; }
pick() { echo $(((RANDOM * 32768 + RANDOM) % $1)); }

# The commands that write, each with what says where to; what they write when nobody disturbs them.
kinds=(run sweep size export analyze fit chart init)
words_of() {
  case $1 in
    run) words=("${program[@]}" run "$scenario" --replicates 6000 --with-null --out "$2") ;;
    sweep) words=("${program[@]}" sweep "$scenario" --replicates 1000 --out "$2") ;;
    size) words=("${program[@]}" size "$root/scenarios/demo-interim.yaml" --accuracy 0.2 --replicates 10000 --out "$2") ;;
    export) words=("${program[@]}" export "$root/scenarios/three-arm-tace.yaml" --replicate 3 --adam "$2") ;;
    analyze) words=("${program[@]}" analyze "$root/examples/lung.csv" --time time --event status --arm group --out "$2") ;;
    fit) words=("${program[@]}" fit "$root/examples/lung.csv" --time time --event status --time-unit days --out "$2") ;;
    chart) words=("${program[@]}" chart "$place/whole/run" --format json --out "$2") ;;
    init) words=("${program[@]}" init "$2") ;;
    merge) words=("${program[@]}" merge "$2") ;;
  esac
}
undisturbed() {
  mkdir whole
  for kind in "${kinds[@]}"; do
    words_of "$kind" "whole/$kind"
    "${words[@]}" > out.txt 2> err.txt || fail "undisturbed $kind"
  done
}
goes_on() { case $1 in run | sweep | size) echo --resume ;; esac; }
