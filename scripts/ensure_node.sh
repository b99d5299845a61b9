#!/usr/bin/env bash
# Prints the path of a Node.js that is new enough for `node --test`.
# In order: $NODE, one on PATH, the one that Playwright brings. $1 is the virtual environment that holds Playwright.
set -euo pipefail
venv=${1:-.venv}

# 20 is the oldest release line that Node.js still mends.
new_enough() { "$1" -e 'process.exit(+process.versions.node.split(".")[0] < 20 ? 1 : 0)' >/dev/null 2>&1; }

playwrights_own() {
    "$venv/bin/python" -c 'from playwright._impl._driver import compute_driver_executable
print(compute_driver_executable()[0])'
}

find_node() {
    local path
    if [ -n "${NODE:-}" ]; then
        new_enough "$NODE" && echo "$NODE"
    elif path=$(command -v node) && new_enough "$path"; then
        echo "$path"
    else
        path=$(playwrights_own) && new_enough "$path" && echo "$path"
    fi
}

find_node || {
    printf 'FOUT: %s\nERROR: %s\n' "geen werkende Node.js ${NODE:-} (20 of nieuwer). Installeer nodejs, of zet NODE=/pad/naar/node." \
        "no working Node.js ${NODE:-} (20 or newer). Install nodejs, or set NODE=/path/to/node." >&2
    exit 1
}
