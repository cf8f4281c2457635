# SIGINT, SIGTERM and SIGHUP at any moment; afterwards --resume, or the command again, ends with the same bytes.

# stopped <kind> <signal> <milliseconds>
stopped() {
  local kind=$1 signal=$2 ms=$3 code=0 child
  mkdir -p room
  words_of "$kind" room/out
  # A job in the background has SIGINT ignored, and its children would inherit that.
  (exec env --default-signal=INT,HUP "${words[@]}" > out.txt 2> err.txt) &
  child=$!
  sleep "$(printf '%d.%03d' $((ms / 1000)) $((ms % 1000)))"
  kill "-$signal" "$child" 2> /dev/null || true
  wait "$child" 2> /dev/null || code=$?
  # Before the program has begun to listen, and in commands that end soon anyway, a signal ends the process as it ends any other.
  judge "0|130|129|143" '' "$code" "$signal after $ms ms: ${words[*]:1}"
  if [ "$code" = 0 ] && [ "$kind" = init ]; then
    cmp room/out whole/init || fail "a half of a file"
  elif [ "$kind" = init ] && [ -e room/out ]; then
    cmp room/out whole/init || fail "a half of a file"
  else
    if [ "$code" = 130 ] && [ -d room/out ]; then [ -s room/out/manifest.json ] || fail "stopped results without a manifest"; fi
    # shellcheck disable=SC2046
    run_as 0 '' "${words[@]}" $(goes_on "$kind")
    same "whole/$kind" room/out
  fi
  rm -f room/*.trialsim-lock
  tidy room
  rm -rf room
}
for _ in $(seq "$rounds"); do
  for signal in INT TERM HUP; do stopped run "$signal" "$(pick 2500)"; done
  for kind in sweep size export analyze fit chart init; do
    signals=(INT TERM HUP)
    stopped "$kind" "${signals[$(pick 3)]}" "$(pick 2000)"
  done
done

# A terminal that is closed does not end what was started with nohup.
mkdir room
(trap '' HUP; exec "${program[@]}" run "$scenario" --replicates 100000000 --at-any-cost --out room/out > out.txt 2> err.txt) &
child=$!
await_file room/out.trialsim-partial/replicates.log
kill -HUP "$child"
sleep 1
kill -0 "$child" || fail "SIGHUP ended what was started with nohup"
kill -TERM "$child"
code=0
wait "$child" || code=$?
judge 130 'Stopped after .* Run the same command with --resume to go on' "$code" "nohup, then SIGTERM"
[ -s room/out/manifest.json ] || fail "nothing is kept of a run that SIGTERM stopped"
rm -rf room
