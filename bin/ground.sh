# Sourced by the other scripts: where the house stands, how it speaks, which Java it uses.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
launch="$top/server/target/launch"

# Java 17 reads and prints in the locale's charset; ours is UTF-8 everywhere.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *UTF-8* | *utf-8* | *UTF8* | *utf8*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '%s\n' "$*"; }
stop_with() { printf '\n%s\n' "$1" >&2; exit "${2:-1}"; }

java=java
[ -n "${JAVA_HOME:-}" ] && java="$JAVA_HOME/bin/java"

# Prints 17 for "17.0.15" and 8 for "1.8.0_292"; nothing where there is no Java.
java_release() {
  "$java" -version 2>&1 | awk -F '"' '/ version "/ { split($2, v, "[.+-]"); print (v[1] == 1 ? v[2] : v[1]); exit }'
}

free_megabytes() { df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }'; }
