#!/usr/bin/env bash
# From log-in to the first letter with curl and jq.
# Usage: PABEAN_URL=http://127.0.0.1:8080 PABEAN_USER=importir PABEAN_PASSWORD=… ./kirim.sh [v1|v2] [document.json]
set -euo pipefail

base=${PABEAN_URL:-http://127.0.0.1:8080}
case ${1:-v1} in
  v1) auth=/nle-oauth/v1/user services=/openapi ;;
  v2) auth=/v1/openapi-auth/user services=/v2/openapi ;;
  *) echo "v1 or v2" >&2; exit 2 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The document: a file of yours, or in a demo a sample that is right today.
if [ -n "${2:-}" ]; then cp "$2" "$work/pib.json"; else curl -fsS "$base/contoh/pib.json" -o "$work/pib.json"; fi
aju=$(jq -r .nomorAju "$work/pib.json")

token=$(jq -n --arg u "$PABEAN_USER" --arg p "$PABEAN_PASSWORD" '{username: $u, password: $p}' |
  curl -fsS "$base$auth/login" -H 'Content-Type: application/json' -d @- | jq -r .item.access_token)
call() { curl -sS -H "Authorization: Bearer $token" "$@"; }

rate=$(call "$base$services/kurs/$(jq -r .kodeValuta "$work/pib.json")" | jq -r '.data[0].nilaiKurs')
echo "kurs    $rate"

send() { call "$base$services/document?isFinal=$1" -H 'Content-Type: application/json' -d @"$work/pib.json"; }
for final in false true; do
  answer=$(send $final)
  [ "$(jq -r .status <<<"$answer")" = OK ] || { jq . <<<"$answer" >&2; exit 1; }
  echo "isFinal=$final  $(jq -r .idHeader <<<"$answer")"
done

# Responses come one after the other; a client in earnest asks every few minutes, or reads events.
for _ in $(seq 120); do
  call "$base$services/status/$aju" > "$work/status.json"
  pdf=$(jq -r '[.dataRespon[] | select(.keterangan == "BILLING" and .pdf != null)][0].pdf // empty' "$work/status.json")
  [ -n "$pdf" ] && break
  sleep 0.5
done
[ -n "$pdf" ] || { echo "no billing letter came" >&2; jq . "$work/status.json" >&2; exit 1; }
jq -r '.dataStatus | reverse[] | "\(.kodeProses)     \(.keterangan)"' "$work/status.json"

call "$base$services/download-respon?path=$pdf" -o "$work/billing.pdf"
head -c 5 "$work/billing.pdf" | grep -q '%PDF-' || { echo "no PDF" >&2; exit 1; }
echo "pdf     $(wc -c < "$work/billing.pdf") bytes"
echo "OK      $aju"
