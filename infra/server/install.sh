#!/bin/sh
# Installs this unpacked release, or puts it in the place of the one in force: sudo ./install.sh (docs/van-hanh.md). The former release stays
# for rollback.sh; the storage is backed up first.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/release.sh"
must_be_root
release=$(basename "$here")
"$here/bin/phuluc" --version >/dev/null 2>&1 || fail 'Không chạy được Node. Cần Node 22 hoặc 24, hoặc gói có kèm Node (npm run pack -- --node).'

if is_real && ! id phuluc >/dev/null 2>&1; then useradd --system --home-dir /var/lib/phuluc --shell /usr/sbin/nologin phuluc; fi
mkdir -p "$home/releases" "$(dirname "$settings")" "$data"
chmod 0700 "$data"
if [ ! -e "$settings" ]; then
  sed "s#/var/lib/phuluc#$data#" "$here/phuluc.env" >"$settings"
  chmod 0640 "$settings"
fi
if is_real; then
  chown phuluc:phuluc "$data"
  chown root:phuluc "$settings"
fi

former=$(readlink "$home/current" || true)
if [ -n "$former" ] && [ -e "$data/phuluc.sqlite" ]; then
  backup=$data/backups/truoc-$release.ndjson.gz
  phuluc backup --out "$backup" >&2 || fail 'Không sao lưu được nên chưa nâng cấp. Xem mục 11 của hướng dẫn vận hành.'
fi
if [ ! -e "$home/releases/$release" ]; then
  cp -R "$here" "$home/releases/.$release"
  if is_real; then chown -R root:root "$home/releases/.$release"; fi
  chmod -R u=rwX,go=rX "$home/releases/.$release"
  mv "$home/releases/.$release" "$home/releases/$release"
fi
if [ -n "$former" ] && [ "$former" != "releases/$release" ]; then ln -sfn "$former" "$home/previous"; fi
put_in_force "releases/$release"
if is_real; then ln -sfn /opt/phuluc/current/bin/phuluc /usr/local/bin/phuluc; fi
if ! restart; then
  say "Bản $release không trả lời. Xem: journalctl --namespace=phuluc -n 50."
  if [ -e "$home/previous" ]; then say 'Quay lại bản trước: sudo /opt/phuluc/current/rollback.sh'; fi
  exit 1
fi
say "Đang dùng bản $release."
