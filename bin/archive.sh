# Sourced by bin/run after the build: unpacks the server once, and knows the archive of loaded classes that halves its start.
# The archive is bound to the very Java and the very class path, so both are in its name.

jar="$top/server/target/yiti-exec.jar"
digest() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -c1-16; }

if [ ! -f "$launch/edition" ] || [ "$jar" -nt "$launch/edition" ]; then
  digest "$jar" >"$launch/edition"
fi
program="$launch/$(cat "$launch/edition")"
if [ ! -f "$program/yiti-exec.jar" ]; then
  rm -rf "$program.new"
  "$java" -Djarmode=tools -jar "$jar" extract --destination "$program.new" >/dev/null
  # Editions before the last one go; the last may still be running.
  ls -dt "$launch"/*/ 2>/dev/null | grep -v '\.new/$' | tail -n +2 | while IFS= read -r old; do rm -rf "$old"; done
  mv "$program.new" "$program"
fi

release=$(java_release)
key=$({ "$java" -version 2>&1; uname -m; printf '%s' "$program"; } | cksum | cut -d ' ' -f 1)
quiet=(-Xlog:disable -Xlog:all=error:stderr)
if [ "$release" -ge 25 ]; then
  archive="$program/classes-$key.aot" make_archive=-XX:AOTCacheOutput use_archive=-XX:AOTCache
else
  archive="$program/classes-$key.jsa" make_archive=-XX:ArchiveClassesAtExit use_archive=-XX:SharedArchiveFile
fi
options=("${quiet[@]}")
[ -f "$archive" ] && options+=("$use_archive=$archive")

# A process that starts everything, loads the demonstration, answers a few requests and ends; what it loaded is archived.
prepare() {
  rm -f "$archive.new"
  "$java" "${quiet[@]}" "$make_archive=$archive.new" -jar "$program/yiti-exec.jar" "$@" --server.port=0 --yiti.prepare=true 9>&- ||
    stop_with "Preparing the first start failed; the reason stands above." $?
  if [ -f "$archive.new" ]; then
    mv "$archive.new" "$archive"
    options=("${quiet[@]}" "$use_archive=$archive")
  fi
}
