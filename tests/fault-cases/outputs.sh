# Standard output and standard error that are closed, full, or read no further; no terminal, and terminals of any width.
tell() { bash -c "$1" > out.txt 2> err.txt || return $?; }
# told <exit codes> <pattern> <shell words>: $trialsim stands for the program.
told() {
  local code=0
  trialsim="${program[*]}" tell "$3" || code=$?
  judge "$1" "$2" "$code" "$3"
}
results="run $scenario --replicates 6000 --with-null --out room/out"
check_results() { same whole/run room/out; tidy room; rm -rf room/out; }

mkdir room
told 0 '' "set -o pipefail; \$trialsim $results | head -n 1"; check_results
told 0 '' "set -o pipefail; \$trialsim $results | true"; check_results
told '0|2' 'Standard output cannot be written' "\$trialsim $results >&-"; check_results
told 0 '' "\$trialsim $results 2>&-"; check_results
told '0|2' '' "\$trialsim $results >&- 2>&- <&-"; check_results
told 2 'Standard output cannot be written: No space left' "\$trialsim $results > /dev/full"; check_results
told 0 '' "\$trialsim $results 2> /dev/full"; check_results
told 2 '' "\$trialsim $results > /dev/full 2>&1"; check_results
told 0 '' "setsid \$trialsim $results < /dev/null"; check_results
for command in "explain $scenario" schema "check $scenario" "formula events --hazard-ratio 0.7" --help "run --help" "replay $scenario --replicate 1 --patient 1"; do
  told 2 'Standard output cannot be written: No space left' "\$trialsim $command > /dev/full"
  told '0|2' 'Standard output cannot be written' "\$trialsim $command >&-"
  told 0 '' "set -o pipefail; \$trialsim $command | head -n 1"
done

if command -v script > /dev/null; then
  for columns in 1 2 20 40 80 500; do
    told 0 '' "script -qec 'stty cols $columns rows 24; '\"\$trialsim\"' $results' /dev/null < /dev/null"; check_results
    told 0 '' "script -qec 'stty cols $columns rows 24; '\"\$trialsim\"' sweep $scenario --replicates 20 --out room/sweep' /dev/null < /dev/null"
    told 0 '' "script -qec 'stty cols $columns rows 24; '\"\$trialsim\"' run --help' /dev/null < /dev/null"
    told 0 '' "script -qec 'stty cols $columns rows 24; '\"\$trialsim\"' formula bounds --looks 3 --spending obrien-fleming' /dev/null < /dev/null"
  done
  told 0 '' "TERM=dumb script -qec '\$trialsim $results' /dev/null < /dev/null"; check_results
  told 0 '' "env -u TERM script -qec '\$trialsim $results' /dev/null < /dev/null"; check_results
else
  skip "terminals of other widths need 'script' (apt-get install bsdutils)."
fi
rm -rf room
