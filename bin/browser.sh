# Sourced by bin/test and bin/pictures: a browser, and a server with the demonstration to point it at.
# They set $log (where installing tells) and call tidy_up when they end.

server= folder=

tidy_up() {
  # A server that was told to stop ends with 143; under set -e that would be the end of whoever tidies up.
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; fi
  [ -z "$folder" ] || rm -rf "$folder"
}

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable; }
cjk_font() { command -v fc-list >/dev/null && fc-list :lang=zh-cn | grep -q .; }

# Debian's browser and a Chinese font, where this user may install; otherwise the browser that Playwright brings for itself.
ensure_browser() {
  { browser >/dev/null && cjk_font; } && return 0
  local as=()
  if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null || ! command -v apt-get >/dev/null; then
    browser >/dev/null && return 0
    say "Fetching a browser for this user alone"
    npm --prefix "$top/web" exec -- playwright install chromium </dev/null >>"$log" 2>&1
    return
  fi
  [ "$(id -u)" -eq 0 ] || as=(sudo -n)
  say "Fetching chromium and a Chinese font for the browser"
  { "${as[@]}" apt-get update && "${as[@]}" apt-get install -y --no-install-recommends chromium fontconfig fonts-noto-cjk; } </dev/null >>"$log" 2>&1
  browser >/dev/null
}

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'; }
is_up() { node -e "fetch('$1/actuator/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"; }

# On a free port and an empty data folder, with the demonstration; ready when all of it is loaded and judged.
start_server() { # how it is told: the file of the server's words
  local words=$1 patience=1200 began=$SECONDS
  YITI_URL="http://127.0.0.1:$(free_port)"
  # Journeys speak to it as terminals of vehicles do.
  export YITI_JT808_PORT=${YITI_JT808_PORT:-$(free_port)}
  # A journey waits until its proof of who it is no longer suffices: ten minutes are too long for that.
  export YITI_CONFIRMED_FOR=${YITI_CONFIRMED_FOR:-2m}
  folder=$(mktemp -d)
  "$java" -XX:TieredStopAtLevel=1 -jar "$top/server/target/yiti-exec.jar" --yiti.data-folder="$folder" --server.port="${YITI_URL##*:}" >"$words" 2>&1 </dev/null &
  server=$!
  say "Starting a server with the demonstration on $YITI_URL (a minute or two; its words are in ${words#"$top"/})"
  until is_up "$YITI_URL"; do
    if ! kill -0 "$server" 2>/dev/null; then
      server=
      say "The server ended before it was ready: $(grep -E 'ERROR|Exception|^[A-Z].*\.$' "$words" | tail -n 1)"
      return 1
    fi
    if [ $((SECONDS - began)) -gt "$patience" ]; then
      say "The server is not ready after $((patience / 60)) minutes; its last word: $(tail -n 1 "$words")"
      return 1
    fi
    sleep 1
  done
  say "Ready after $((SECONDS - began)) s"
  export YITI_URL YITI_JAVA="$java"
}

playwright() { # an npm script of web/, and what it is given
  local script=$1
  shift
  YITI_CHROMIUM=$(browser || true) PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS=1 npm --prefix "$top/web" run -s "$script" -- "$@" </dev/null
}
