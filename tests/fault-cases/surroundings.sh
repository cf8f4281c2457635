# Languages with decimal commas and dotless i, time zones, and what of the environment may be missing: the bytes and what is printed are the same.
plain() { sed -E '/ in [0-9.]+ s |a second/d' "$1"; }
mkdir room
words_of run room/out
"${words[@]}" > out.txt 2> err.txt
plain out.txt > expected.txt
around() {
  local what=$1
  shift
  rm -rf room/out
  run_as 0 '' "$@" "${words[@]}"
  plain out.txt | diff - expected.txt > difference.txt || fail "$what prints something else: $(head -5 difference.txt)"
  same whole/run room/out
}
languages=(de_DE.UTF-8 tr_TR.UTF-8 zh_CN.UTF-8 ar_SA.UTF-8 fa_IR.UTF-8 C POSIX nonsense)
for language in "${languages[@]:0:$((rounds + 1))}"; do
  around "$language" env LANG="$language" LC_ALL="$language"
  around "$language with ICU" env LANG="$language" LC_ALL="$language" DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0
done
zones=(Asia/Kathmandu America/St_Johns Pacific/Apia Pacific/Kiritimati Nowhere/None)
for zone in "${zones[@]:0:$((rounds + 1))}"; do around "$zone" env TZ="$zone"; done
around "no HOME" env -u HOME
around "no environment" env -i PATH="$PATH"
around "no TMPDIR" env TMPDIR=/nonexistent
around "a TMPDIR that nobody may write to" env TMPDIR=/proc
if has_mounts; then
  mkdir -p small
  mount -t tmpfs -o size=4k tmpfs small
  head -c 4096 /dev/zero > small/full
  around "a full TMPDIR" env TMPDIR="$place/small"
  umount small
else
  skip "a full folder for temporary files needs mounts (unshare --mount)."
fi

# A look at the same folder from two languages at once.
run_as 0 '' env LANG=de_DE.UTF-8 "${program[@]}" compare room/out whole/run
rm -rf room
