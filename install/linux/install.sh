#!/bin/sh
# Installs OpinionWatch, or puts a newer version in place of an older one, from the unpacked .tar.gz, on any Linux with systemd
# (Debian, Ubuntu, 麒麟, 统信). Run as root in the folder it lies in. Where dpkg is at home the .deb does the same.
# Configuration and data that are there already are kept; new configuration files are laid beside as NAME.new.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program=/usr/lib/opinionwatch config=/etc/opinionwatch data=/var/lib/opinionwatch units=/etc/systemd/system

fail() { echo "install.sh: $*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || fail "must be run as root"
[ -x "$here/program/opinionwatch" ] || fail "program/opinionwatch is missing: unpack the whole archive first"
command -v systemctl > /dev/null || fail "there is no systemd; start '$program/opinionwatch run --config $config --data $data' by your own means"
if [ ! -e "$here/program/libcoreclr.so" ] && ! { command -v dotnet > /dev/null && dotnet --list-runtimes | grep -q '^Microsoft.AspNetCore.App 10\.'; }; then
  fail "the ASP.NET Core runtime 10 is missing: install it, or take the archive that brings it (-runtime)"
fi

running=false
if [ -d /run/systemd/system ] && systemctl is-active --quiet opinionwatch; then running=true; systemctl stop opinionwatch-watchdog opinionwatch; fi

id opinionwatch > /dev/null 2>&1 || useradd --system --home-dir "$data" --no-create-home --shell /usr/sbin/nologin --user-group opinionwatch
install -d -o opinionwatch -g opinionwatch -m 0750 "$data"

# The program is exchanged as a whole: an upgrade that is cut off leaves the old or the new one.
rm -rf "$program.new"
cp -R "$here/program" "$program.new"
ln -s "$config" "$program.new/config"
rm -rf "$program.old"
[ ! -d "$program" ] || mv "$program" "$program.old"
mv "$program.new" "$program"
rm -rf "$program.old"
ln -sf "$program/opinionwatch" /usr/bin/opinionwatch

install -d -m 0750 "$config"
(cd "$here/config" && find . -type f) | while read -r file; do
  target=$config/$file
  mkdir -p "$(dirname "$target")"
  if [ ! -e "$target" ]; then
    cp "$here/config/$file" "$target"
  elif ! cmp -s "$here/config/$file" "$target"; then
    cp "$here/config/$file" "$target.new"
    echo "kept $target; the new version's own stands beside it as .new"
  fi
done
chown -R root:opinionwatch "$config"
chmod -R u=rwX,g=rX,o= "$config"
if [ ! -e /etc/opinionwatch.env ]; then
  (umask 077 && printf '# NAME=value, one a line; only root reads it. The token of the API, at least 16 characters:\nOPINIONWATCH_API_TOKEN=%s\n' \
    "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" > /etc/opinionwatch.env)
fi

for unit in "$here"/*.service "$here"/*.timer; do
  [ ! -e "$unit" ] || install -m 0644 "$unit" "$units"
done
"$program/opinionwatch" check --config "$config" --data "$data" || echo "install.sh: the configuration has faults (above); the service says the same" >&2
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable opinionwatch opinionwatch-watchdog > /dev/null
  systemctl restart opinionwatch opinionwatch-watchdog || true
  systemctl --no-pager --lines=0 status opinionwatch || true
elif [ "$running" = false ]; then
  echo "systemd is not running here: the service starts with the next boot once 'systemctl enable opinionwatch' was called"
fi
echo "Installed. Console: http://127.0.0.1:8650  configuration: $config  data: $data  token: /etc/opinionwatch.env"
