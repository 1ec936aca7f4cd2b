#!/bin/sh
# Takes OpinionWatch off the machine. Configuration and data stay unless --purge is given and the question is answered with yes.
set -eu

[ "$(id -u)" -eq 0 ] || { echo "uninstall.sh: must be run as root" >&2; exit 1; }
case "${1:-}" in "" | --purge) ;; *) echo "uninstall.sh: the only option is --purge" >&2; exit 2 ;; esac

if command -v systemctl > /dev/null; then
  systemctl disable --now opinionwatch-watchdog opinionwatch > /dev/null 2>&1 || true
fi
rm -f /etc/systemd/system/opinionwatch*.service /etc/systemd/system/opinionwatch*.timer /usr/bin/opinionwatch
rm -rf /usr/lib/opinionwatch
[ ! -d /run/systemd/system ] || systemctl daemon-reload

if [ "${1:-}" = --purge ]; then
  printf 'Remove /etc/opinionwatch and ALL data in /var/lib/opinionwatch (records, evidence)? Type yes: '
  read -r answer
  if [ "$answer" = yes ]; then
    rm -rf /etc/opinionwatch /etc/opinionwatch.env /var/lib/opinionwatch
    userdel opinionwatch > /dev/null 2>&1 || true
    echo "Removed."
  else
    echo "Kept."
  fi
fi
