# Clocks that are wrong, and that jump while a run works: results know no time, and progress must not fail over it.
if ! command -v faketime > /dev/null && [ "$(id -u)" = 0 ]; then
  { apt-get update && apt-get install -y faketime; } > /dev/null 2>&1 || true
fi
library=$(find /usr/lib -name libfaketime.so.1 2> /dev/null | head -1)
if [ -z "$library" ]; then
  skip "clocks that jump need faketime (apt-get install faketime)."
else
  mkdir room
  words_of run room/out
  at() { env LD_PRELOAD="$library" FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_NO_CACHE=1 "$@"; }
  [ "$(at FAKETIME='@2099-12-31 23:59:58' date +%Y)" = 2099 ] || fail "faketime does not set the clock"
  for time in '@1970-01-02 00:00:00' '@2099-12-31 23:59:58' '-20y' '+0 x1000'; do
    run_as 0 '' at FAKETIME="$time" "${words[@]}"
    same whole/run room/out
    rm -rf room/out
  done
  # Forwards and backwards by days, several times during a run, which is killed and goes on under another clock.
  for _ in $(seq "$rounds"); do
    echo '+0' > clock
    (exec env LD_PRELOAD="$library" FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_NO_CACHE=1 FAKETIME_TIMESTAMP_FILE="$place/clock" "${words[@]}" > out.txt 2> err.txt) &
    child=$!
    for _ in 1 2 3; do
      sleep "0.$((3 + RANDOM % 5))"
      echo "$([ $((RANDOM % 2)) = 0 ] && echo + || echo -)$((RANDOM % 1000))d" > clock
    done
    kill -9 "$child" 2> /dev/null || true
    wait "$child" 2> /dev/null || true
    run_as 0 '' at FAKETIME="-$((RANDOM % 1000))d" "${words[@]}" --resume
    same whole/run room/out
    rm -rf room/*
  done
  # A shard that is older than its folder, for 'cluster status'.
  run_as 0 '' at FAKETIME='+300d' "${program[@]}" run "$scenario" --replicates 20 --shard 1/2 --out room/parts
  run_as 0 '' "${program[@]}" cluster status room/parts
  rm -rf room
fi
