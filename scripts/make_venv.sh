#!/usr/bin/env bash
# Makes the virtual environment in folder $1 with a Python of 3.11 or newer.
# PYTHON names the interpreter to use; without it the usual names on PATH are tried.
set -euo pipefail
target=$1

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import venv, ensurepip' >/dev/null 2>&1; }

fail() {
    printf 'FOUT: %s\nERROR: %s\n' "$1" "$2" >&2
    exit 1
}

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Debian and Ubuntu keep venv in a package of its own, which root can simply add.
add_venv() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && [[ "$1" == /usr/bin/* ]] || return 1
    echo 'python3-venv installeren / installing python3-venv (apt-get) ...' >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends python3-venv; } >/dev/null
}

found() { "${PYTHON:-python3}" --version 2>/dev/null || echo "${PYTHON:-python3}: -"; }

python=$(find_python) || fail \
    "Python 3.11 of nieuwer is nodig (nu: $(found)). Installeer een nieuwere, of geef die op: make site PYTHON=/pad/naar/python3" \
    "Python 3.11 or newer is needed (now: $(found)). Install one, or name it: make site PYTHON=/path/to/python3"
has_venv "$python" || add_venv "$python" || true
has_venv "$python" || fail \
    "$python heeft geen module venv. Op Debian en Ubuntu: sudo apt-get install python3-venv" \
    "$python has no venv module. On Debian and Ubuntu: sudo apt-get install python3-venv"

clear=
"$target/bin/python" -c '' >/dev/null 2>&1 || clear=--clear
"$python" -m venv ${clear:+"$clear"} "$target"
