# Folders that cannot be written, are removed while a run writes to them, or belong to another run.

# Read-only, for root too.
mkdir locked
if has_mounts; then
  mount --bind locked locked
  mount -o remount,ro,bind locked
  for kind in "${kinds[@]}"; do
    words_of "$kind" locked/out
    run_as 2 "cannot be written.*(Read-only|denied)" "${words[@]}"
  done
  umount locked
else
  skip "a read-only mount needs mounts, and this user may make none (unshare --mount)."
fi

# Read-only, for somebody who is not root.
other=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if "${other[@]}" test -r "${program[1]}" 2> /dev/null; then
  for kind in "${kinds[@]}"; do
    words_of "$kind" locked/out
    run_as 2 "cannot be written.*denied" "${other[@]}" env HOME=/nonexistent "${words[@]}"
  done
else
  skip "another user cannot be, or cannot read the program here (setpriv)."
fi
rm -rf locked

# Removed under the run: its folder, the folder above, all of it and another run in its place, a shard's log.
# Whoever does not notice that its folder is gone would work for hours.
long=(timeout 120 "${program[@]}" run "$scenario" --replicates 100000000 --at-any-cost --out room/out)
removed() {
  local wait_for=$1 pattern=$2 code=0 child
  shift 2
  mkdir -p room
  ("$@" > out.txt 2> err.txt) &
  child=$!
  await_file "$wait_for"
  sleep "0.$((RANDOM % 10))"
  case $how in
    folder) rm -rf room/out.trialsim-partial ;;
    above) rm -rf room ;;
    replaced) rm -rf room/out* && "${program[@]}" run "$scenario" --replicates 6000 --with-null --out room/out > second.txt 2>&1 ;;
    log) rm -f room/out/shards/1-of-2.log ;;
  esac
  wait "$child" || code=$?
  judge 2 "$pattern" "$code" "$how removed: $*"
  case $how in
    replaced) same whole/run room/out ;;
    *) [ ! -e room/out/manifest.json ] || fail "results without what was removed" ;;
  esac
  [ ! -d room ] || tidy room
  rm -rf room
}
for _ in $(seq $(((rounds + 4) / 5))); do
  for how in folder above replaced; do removed room/out.trialsim-partial/replicates.log 'was removed (while it was being written|meanwhile)' "${long[@]}"; done
  how=log
  removed room/out/shards/1-of-2.log 'was removed while it was being written' "${long[@]}" --shard 1/2
done

# Two runs into one folder: the second refuses, the first is not disturbed.
mkdir room
("${long[@]}" > first-out.txt 2> first-err.txt) &
child=$!
await_file room/out.trialsim-partial/replicates.log
run_as 2 'Another run is writing to' "${program[@]}" run "$scenario" --out room/out
run_as 2 'Another run is writing to' "${program[@]}" sweep "$scenario" --replicates 20 --out room/out
run_as 2 'Another run is writing to' "${program[@]}" export "$scenario" --replicate 1 --adam room/out
kill -9 "$(pgrep -P "$child" || echo "$child")"
wait "$child" 2> /dev/null || true
run_as 2 'are of another run' "${program[@]}" run "$scenario" --replicates 6000 --with-null --out room/out --resume
run_as 0 '' "${program[@]}" run "$scenario" --replicates 6000 --with-null --out room/out
same whole/run room/out
tidy room
rm -rf room

# What the name of the results may be: a file, links, a mount, the scenario's own folder.
mkdir room && cd room
cp "$scenario" trial.yaml
touch file
mkdir real
ln -s real link
ln -s nowhere dangling
ln -s loop loop
words=("${program[@]}" run trial.yaml --replicates 6000 --with-null --out)
run_as 2 'is a file, not a folder' "${words[@]}" file
run_as 2 "because '.*file' is a file" "${words[@]}" file/out
run_as 2 'is a link to .nowhere., which is not there' "${words[@]}" dangling
run_as 2 'is a (file|link)' "${words[@]}" loop
run_as 2 "holds files that are not results .*they would be lost" "${words[@]}" .
run_as 2 "holds files that are not results .*they would be lost" "${words[@]}" ..
run_as 2 "holds files that are not results .*they would be lost" "${words[@]}" /
run_as 2 'is a file, not a folder' "${words[@]}" /dev/null
run_as 2 'cannot be written' "${words[@]}" /proc/nothing
run_as 2 'is empty' "${words[@]}" ''
run_as 0 '' "${words[@]}" link
[ -L link ] || fail "the link is gone"
diff -r --exclude scenario.yaml ../whole/run real > difference.txt || fail "through a link: $(head -3 difference.txt)"
run_as 0 '' "${words[@]}" link
if has_mounts; then
  mkdir mounted
  mount -t tmpfs tmpfs mounted
  run_as 2 'a file system is mounted' "${words[@]}" mounted
  run_as 0 '' "${words[@]}" mounted/out
  umount mounted
fi
cmp trial.yaml "$scenario" || fail "the scenario was changed"
cd ..
rm -rf room
