# Files and folders with any names that the system allows.
mkdir room && cd room
long=$(printf 'n%.0s' $(seq 230))
longest=$(printf 'n%.0s' $(seq 255))
deep=$(printf 'dddddddddddddddddddddddddddddddddddddddddddddddd/%.0s' $(seq 78))
names=('with space' 'é ü' '中文 试验' 'emoji 🧪' "quotes \" '" '$HOME $(id) `id`' '%d %s {0}' '[bold]red' '#hash;semi&amp' 'trailing.' '.hidden' $'line\nbreak' $'\e[31mred' '~' '*?' 'a\b' "$long")
for name in "${names[@]}"; do
  cp "$scenario" "./$name.yaml"
  run_as 0 '' "${program[@]}" run "./$name.yaml" --replicates 6000 --with-null --out "./$name"
  same ../whole/run "./$name"
  run_as 0 '' "${program[@]}" compare "./$name" ../whole/run
  run_as 0 '' "${program[@]}" run "./$name.yaml" --replicates 20 --shard 1/1 --out "./parts of $name"
  run_as 0 '' "${program[@]}" cluster submit "./$name.yaml" --replicates 20 --shards 1 --out "./jobs of $name" --dry-run
  rm -rf "./$name"* "./parts of $name"
  [ "$rounds" -gt 1 ] || [ "$name" != '中文 试验' ] || break
done
cp "$scenario" ./-dash.yaml
run_as 2 "has no option '-dash.yaml'" "${program[@]}" check -dash.yaml
run_as 0 '' "${program[@]}" check ./-dash.yaml
run_as 0 '' "${program[@]}" run ./-dash.yaml --replicates 20 --out ./-dash
run_as '0|2' 'too long' "${program[@]}" run "$scenario" --replicates 20 --out "$longest"
run_as 2 'too long' "${program[@]}" run "$scenario" --replicates 20 --out "$longest$longest"
run_as 2 'too long|no such file|cannot be read' "${program[@]}" run "$longest$longest.yaml"
run_as '0|2' 'too long' "${program[@]}" run "$scenario" --replicates 20 --out "$deep"
run_as 2 'too long' "${program[@]}" run "$scenario" --replicates 20 --out "$deep$deep"
run_as 2 '' "${program[@]}" run "$deep$deep/x.yaml"
run_as 2 '' "${program[@]}" init "$longest$longest"
cd ..
rm -rf room
