#!/usr/bin/env bash
# Prints the path of nginx, or nothing when there is none and it cannot simply be added.
# As root in a container it is installed; on a machine that runs services it is not,
# because the package would start a web server there.
set -euo pipefail

find_nginx() {
    PATH="$PATH:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin:/usr/local/bin" command -v nginx
}

install_nginx() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && [ ! -d /run/systemd/system ] || return 1
    echo 'nginx installeren / installing nginx (apt-get) ...' >&2
    # The policy of run level 1 is to start nothing.
    { apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends nginx; } >/dev/null
}

if [ -n "${NGINX:-}" ]; then
    echo "$NGINX"
    exit
fi
find_nginx && exit
if install_nginx && find_nginx; then exit; fi
echo 'nginx niet gevonden: tests die nginx nodig hebben, zullen falen / not found: tests that need it will fail.' >&2
