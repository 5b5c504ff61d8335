#!/bin/sh
# Puts the release before this one in force again; called once more, it comes back. The storage stays as it is.
set -eu
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
. "$here/release.sh"
must_be_root
former=$(readlink "$home/previous") || fail 'Chưa có bản trước để quay lại.'
present=$(readlink "$home/current")
put_in_force "$former"
ln -sfn "$present" "$home/previous"
restart || fail "Bản $(basename "$former") không trả lời. Xem: journalctl --namespace=phuluc -n 50."
say "Đã quay lại bản $(basename "$former")."
