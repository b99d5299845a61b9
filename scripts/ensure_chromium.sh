#!/usr/bin/env bash
# Prints the path of a Chromium that starts, and installs one first when there is none.
# In order: $CHROMIUM, one on PATH, the system's package when root, Playwright's own.
# $1 is the virtual environment that holds Playwright, whose driver is made to start as well.
# Progress goes to stderr.
set -euo pipefail
venv=${1:-.venv}

starts() { "$1" --version >/dev/null 2>&1; }

fail() {
    printf 'FOUT: %s\nERROR: %s\n' "$1" "$2" >&2
    exit 1
}

can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
    echo "$1 installeren / installing $1 (apt-get) ..." >&2
    { apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$1"; } >/dev/null
}

# Playwright brings its own Node, which needs this library; a bare Debian lacks it.
driver() {
    "$venv/bin/playwright" --version >/dev/null 2>&1 && return
    if can_apt; then apt_install libatomic1; fi
    "$venv/bin/playwright" --version >/dev/null
}

on_path() {
    local name path
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' \
        /Applications/Chromium.app/Contents/MacOS/Chromium; do
        if path=$(command -v "$name") && starts "$path"; then
            echo "$path"
            return
        fi
    done
    return 1
}

# Ubuntu's package is only a pointer to a snap, which does not start in a container.
from_system() {
    can_apt && ! grep -qs '^ID=ubuntu' /etc/os-release && apt_install chromium && on_path
}

playwrights_own() {
    "$venv/bin/python" -c 'from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    print(p.chromium.executable_path)'
}

from_playwright() {
    local path with_deps=
    path=$(playwrights_own) || return 1
    if ! starts "$path"; then
        # Only root can add the system libraries that it needs.
        if can_apt; then with_deps=--with-deps; fi
        echo 'Chromium installeren / installing Chromium (Playwright) ...' >&2
        "$venv/bin/playwright" install ${with_deps:+"$with_deps"} chromium >&2 || return 1
    fi
    starts "$path" && echo "$path"
}

find_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then
        starts "$CHROMIUM" && echo "$CHROMIUM"
    else
        on_path || from_system || from_playwright
    fi
}

driver || fail \
    'Playwright start niet (zie hierboven). Op Debian en Ubuntu: sudo apt-get install libatomic1' \
    'Playwright does not start (see above). On Debian and Ubuntu: sudo apt-get install libatomic1'
find_chromium || fail \
    "geen werkende Chromium ${CHROMIUM:-}. Installeer chromium of google-chrome, of zet CHROMIUM=/pad/naar/chromium." \
    "no working Chromium ${CHROMIUM:-}. Install chromium or google-chrome, or set CHROMIUM=/path/to/chromium."
