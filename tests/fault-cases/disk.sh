# A disk that is full after some kilobytes, then has room again.

disk_full() {
  local kind=$1 kb=$2
  mkdir -p small
  mount -t tmpfs -o "size=${kb}k" tmpfs small
  [ -z "${3:-}" ] || cp -r "$3" small/out
  words_of "$kind" small/out
  run_as '0|2' 'No space left|disk was full|cannot be written' "${words[@]}"
  if [ "$kind" = merge ] && ! diff -rq --exclude shards whole/run small/out > /dev/null && [ "$(ls small/out)" != shards ]; then fail "a half of merged results: $kb KB"; fi
  mount -o remount,size=64m small
  if [ "$kind" = init ] && [ -e small/out ]; then
    cmp small/out whole/init || fail "a half of a file: $kb KB"
  else
    # shellcheck disable=SC2046
    run_as 0 '' "${words[@]}" $(goes_on "$kind")
    if [ "$kind" = merge ]; then same whole/run small/out; else same "whole/$kind" small/out; fi
  fi
  tidy small
  umount small
}

if ! has_mounts; then
  skip "a full disk needs mounts, and this user may make none (unshare --mount)."
else
  "${program[@]}" run "$scenario" --replicates 6000 --with-null --out parts --shard 1/2 > out.txt 2> err.txt
  "${program[@]}" run "$scenario" --replicates 6000 --with-null --out parts --shard 2/2 > out.txt 2> err.txt
  parts_kb=$(du -sk parts | cut -f 1)
  for kind in "${kinds[@]}"; do
    whole_kb=$(du -sk "whole/$kind" | cut -f 1)
    for _ in $(seq "$rounds"); do disk_full "$kind" $((4 + 4 * $(pick $((whole_kb * 3 / 8 + 1))))); done
  done
  for _ in $(seq "$rounds"); do disk_full merge $((parts_kb + 16 + 4 * $(pick $(($(du -sk whole/run | cut -f 1) * 3 / 8 + 1))))) parts; done
  rm -rf parts
fi
