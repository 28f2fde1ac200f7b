# Sourced by bin/run after the build: unpacks the server once, and knows the archive of loaded classes that halves its start.
# The archive is bound to the very Java and the very class path, so both are in its name.

jar="$top/server/target/yiti-exec.jar"
digest() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -c1-16; }

# The time of change of a reproducible jar says nothing; inode, size and time of status change do.
status=$(ls -lic "$jar")
if [ "$(tail -n 1 "$launch/edition" 2>/dev/null)" != "$status" ]; then
  { digest "$jar"; printf '%s\n' "$status"; } >"$launch/edition"
fi
# Before Java 25, archived classes are not found again when the path holds a space or a sign that a URL must encode.
place=$launch
case "$launch" in
  *[!A-Za-z0-9/._-]*) place="${XDG_CACHE_HOME:-$HOME/.cache}/yiti/$(printf '%s' "$top" | cksum | cut -d ' ' -f 1)" ;;
esac
mkdir -p "$place"
program="$place/$(head -n 1 "$launch/edition")"
if [ ! -f "$program/yiti-exec.jar" ]; then
  rm -rf "$program.new"
  "$java" -Djarmode=tools -jar "$jar" extract --destination "$program.new" >/dev/null
  # Editions before the last one go; the last may still be running.
  { ls -dt "$place"/*/ | grep -v '\.new/$' | tail -n +2 || true; } | while IFS= read -r old; do rm -rf "$old"; done
  mv "$program.new" "$program"
fi

release=$(java_release)
key=$({ "$java" -version 2>&1; uname -m; printf '%s' "$program"; } | cksum | cut -d ' ' -f 1)
# The quick compiler alone: a start takes 4 CPU seconds instead of 11, and even a million rows are read sooner than the thorough
# compiler pays off. A server that runs for months should have both (deploy/, or YITI_JAVA_OPTIONS=-XX:TieredStopAtLevel=4).
options=(-Xlog:disable -Xlog:all=error:stderr -XX:TieredStopAtLevel=1)
if [ "$release" -ge 25 ]; then
  archive="$program/classes-$key.aot" make_archive=-XX:AOTCacheOutput use_archive=-XX:AOTCache
else
  archive="$program/classes-$key.jsa" make_archive=-XX:ArchiveClassesAtExit use_archive=-XX:SharedArchiveFile
fi
plain=("${options[@]}")
[ -f "$archive" ] && options+=("$use_archive=$archive")

# A process that starts everything, loads the demonstration, answers a few requests and ends; what it loaded is archived.
prepare() {
  rm -f "$archive.new"
  "$java" "${plain[@]}" "$make_archive=$archive.new" -jar "$program/yiti-exec.jar" "$@" --server.port=0 --yiti.prepare=true &
  local process=$! code=0
  # Whoever stops this script means that process, and waits until its database is down.
  trap 'kill "$process" 2>/dev/null' INT TERM
  until wait "$process"; do
    code=$?
    kill -0 "$process" 2>/dev/null || break
  done
  trap - INT TERM
  [ "$code" -gt 128 ] && exit "$code" # stopped by a signal: nothing to explain
  [ "$code" -eq 0 ] || stop_with "Preparing the first start failed; the reason stands above." "$code"
  if [ -f "$archive.new" ]; then
    mv "$archive.new" "$archive"
    options=("${plain[@]}" "$use_archive=$archive")
  fi
}
