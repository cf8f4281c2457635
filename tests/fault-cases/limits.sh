# Few open files, short files, little memory.
limited() { (ulimit "$1" "$2" && shift 2 && exec "$@"); }
mkdir room
words_of run room/out
# Below some 40 .NET itself does not start: it says so, and aborts or ends with another code of its own.
for most in 8 20 40; do
  code=0
  limited -n "$most" "${words[@]}" > out.txt 2> err.txt < /dev/null || code=$?
  [ "$code" != 0 ] || fail "a run with $most open files?"
  [ ! -e room/out ] || fail "results with $most open files?"
  survived=$((survived + 1))
done
for most in 70 90 120; do run_as 2 "no more than $most files open" limited -n "$most" "${words[@]}"; done
run_as 0 '' limited -n 200 "${words[@]}"
same whole/run room/out
rm -rf room/out
# .NET keeps its machine code in a file in memory, whose length is limited too, unless it is told not to.
export DOTNET_EnableWriteXorExecute=0
for kind in run sweep export analyze; do
  for _ in $(seq $(((rounds + 3) / 4))); do
    words_of "$kind" room/out
    # A length in blocks of 1,024 bytes. SIGXFSZ (153) ends the program as kill -9 would, and as little is lost.
    run_as '0|2|153' '' limited -f $((1 + $(pick 200))) "${words[@]}"
    # shellcheck disable=SC2046
    run_as 0 '' "${words[@]}" $(goes_on "$kind")
    same "whole/$kind" room/out
    tidy room
    rm -rf room/*
  done
done
unset DOTNET_EnableWriteXorExecute
words_of run room/out
run_as 0 '' env DOTNET_GCHeapHardLimit=0x4000000 "${words[@]}" --at-any-cost
same whole/run room/out
rm -rf room/out
run_as 0 '' env DOTNET_PROCESSOR_COUNT=1 "${words[@]}"
same whole/run room/out
rm -rf room
