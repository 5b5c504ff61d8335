# What install.sh and rollback.sh share. PHULUC_ROOT: another folder in the place of /, to try them in; nothing of the system is touched then.
root=${PHULUC_ROOT:-}
home=$root/opt/phuluc
data=$root/var/lib/phuluc
settings=$root/etc/phuluc/phuluc.env

say() { echo "$*" >&2; }
fail() { say "$*"; exit 1; }
is_real() { [ -z "$root" ]; }
must_be_root() { if is_real && [ "$(id -u)" != 0 ]; then fail 'Chạy lệnh này bằng sudo.'; fi; }
phuluc() { PHULUC_ROOT=$root PHULUC_SETTINGS=$settings "$home/current/bin/phuluc" "$@"; }

# Puts a release in force in one step: whoever opens the link finds the former or the new one.
put_in_force() {
  ln -sfn "$1" "$home/current.new"
  mv -T "$home/current.new" "$home/current"
}

restart() {
  is_real || return 0
  if [ ! -d /run/systemd/system ]; then
    say 'Máy này không chạy systemd: tự khởi động lại /opt/phuluc/current/bin/phuluc-server.'
    return 0
  fi
  cp "$home/current/phuluc.service" /etc/systemd/system/phuluc.service
  cp -n "$home/current/journald.conf" /etc/systemd/journald@phuluc.conf
  systemctl daemon-reload
  systemctl enable --quiet phuluc
  systemctl restart phuluc
  for _ in $(seq 30); do
    if "$home/current/bin/phuluc-health"; then return 0; fi
    sleep 1
  done
  return 1
}
