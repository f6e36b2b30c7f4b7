#!/usr/bin/env bash
# Everything that must hold, with one command:  ./test.sh            the fast set, then the real-server set
#                                               ./test.sh --fast     only what needs no server
#                                               ./test.sh --chaos    the long kill and chaos tests
#                                               ./test.sh --soak     a quarter of an hour under load, with connections that break; fails where memory climbs
#                                               ./test.sh --bench    the benchmarks
#                                               ./test.sh --mutation the gate with its code changed on purpose; a change that no test notices survives
# Installs the servers it needs from Debian's packages when it is root there; says plainly what it leaves out when it is not.
set -uo pipefail
cd "$(dirname "$0")"

FAST=(Core Repository)
SERVERS=(LocalCluster Backends Runner Operator Web ChatOps Cli EndToEnd)
mode=${1:-all}
log=$(mktemp -d)
trap 'stop_kube; rm -rf "$log"' EXIT
passed=0 failed=0 skipped=0 broken=()

say() { printf '\n== %s\n' "$*"; }

stop_kube() {
  [ -n "${kube_run:-}" ] || return 0
  KUBE_RUN="$kube_run" KUBE_CONFIG_OUT="$kube_run.kubeconfig" ../shared/kube/down.sh >/dev/null 2>&1
  rm -rf "$kube_run" "$kube_run.kubeconfig"
}

install_servers() {
  local missing=()
  need() { command -v "$2" >/dev/null || [ -x "/usr/sbin/$2" ] || [ -n "$(find /usr/lib/postgresql -name "$2" 2>/dev/null)" ] || missing+=("$1"); }
  need redis-server redis-server; need postgresql initdb; need kubernetes-client kubectl; need git git; need bind9 named; need openssh-server sshd; need curl curl; need mariadb-server mariadbd; need docker-registry docker-registry; need chromium chromium
  [ -d /usr/share/mysql/mysql-test/main ] || missing+=(mariadb-test-data)
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "not root on Debian: tests that need ${missing[*]} leave themselves out and say so"
    return 0
  fi
  say "installing ${missing[*]}"
  # Packages must not start services of their own: the tests start the servers they need, on loopback and free ports.
  [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d; made_policy=1; }
  apt-get update -qq >"$log/apt" 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >>"$log/apt" 2>&1 \
    || { tail -5 "$log/apt"; say "some packages could not be installed; their tests leave themselves out"; }
  [ -z "${made_policy:-}" ] || rm -f /usr/sbin/policy-rc.d
}

start_kube() {
  [ -z "${LEGATOR_TEST_KUBECONFIG:-}" ] && [ -x ../shared/kube/up.sh ] || return 0
  kube_run=$(mktemp -d)
  if KUBE_RUN="$kube_run" KUBE_CONFIG_OUT="$kube_run.kubeconfig" ../shared/kube/up.sh 1.36 >"$log/kube" 2>&1; then
    export LEGATOR_TEST_KUBECONFIG="$kube_run.kubeconfig"
    say "real API server: $(grep ready "$log/kube")"
  else
    tail -5 "$log/kube"; say "no real API server: those tests leave themselves out"
  fi
}

run() {
  local name=Legator.$1.Tests; shift
  local dll=tests/$name/bin/Debug/net10.0/$name.dll out="$log/$name"
  dotnet "$dll" --no-ansi --no-progress --ignore-exit-code 8 "$@" 2>&1 | tee "$out" | grep -vE '^\s+at (System|Microsoft|Xunit|Shouldly|InvokeStub)|^$' | tail -80
  local code=${PIPESTATUS[0]}
  count() { grep -E "^  $1: [0-9]+" "$out" | tail -1 | grep -oE '[0-9]+' || echo 0; }
  passed=$((passed + $(count succeeded))); failed=$((failed + $(count failed))); skipped=$((skipped + $(count skipped)))
  if [ "$code" -ne 0 ] && [ "$(count failed)" -eq 0 ]; then broken+=("$name"); failed=$((failed + 1)); fi
}

finish() {
  [ ${#broken[@]} -eq 0 ] || say "ended without a result: ${broken[*]}"
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
}

if [ "$mode" = --bench ]; then
  shift; exec dotnet run -c Release --project tests/Legator.Benchmarks -- "$@"
fi

if [ "$mode" = --mutation ]; then
  # The tests of the classifiers are thousands: with them every change would take minutes.
  dotnet tool restore -v q && cd tests/Legator.Core.Tests && LegatorMutation=guardrails exec dotnet stryker "${@:2}"
fi

say "build"
dotnet build Legator.sln -v q -nologo -clp:ErrorsOnly || { printf '\n0 passed, 1 failed, 0 skipped\n'; exit 1; }

case "$mode" in
  --fast) for p in "${FAST[@]}"; do say "$p"; run "$p"; done ;;
  --chaos)
    install_servers
    start_kube
    export LEGATOR_CHAOS_RUNS=${LEGATOR_CHAOS_RUNS:-1000} LEGATOR_CHAOS_AGENTS=${LEGATOR_CHAOS_AGENTS:-32} LEGATOR_CHAOS_INTERVAL=${LEGATOR_CHAOS_INTERVAL:-32}
    LEGATOR_INTERLEAVINGS=${LEGATOR_INTERLEAVINGS:-20000} run Runner --filter-class '*InterleavingTests'
    LEGATOR_CHAOS_KILLS=${LEGATOR_CHAOS_KILLS:-300} LEGATOR_CHAOS_VAULT_KILLS=${LEGATOR_CHAOS_VAULT_KILLS:-24} LEGATOR_CHAOS_VAULT_RUNS=${LEGATOR_CHAOS_VAULT_RUNS:-100} LEGATOR_CHAOS_LEADERS=${LEGATOR_CHAOS_LEADERS:-40} run EndToEnd --filter-class '*KillTests' '*ChaosTests' ;;
  --soak)
    install_servers
    LEGATOR_SOAK_SECONDS=${LEGATOR_SOAK_SECONDS:-900} run EndToEnd --filter-class '*SoakTests' --output Detailed ;;
  all)
    for p in "${FAST[@]}"; do say "$p"; run "$p"; done
    install_servers
    start_kube
    for p in "${SERVERS[@]}"; do say "$p"; run "$p"; done ;;
  *) echo "unknown option $mode: use --fast, --chaos, --soak, --bench, --mutation, or none" >&2; exit 2 ;;
esac
finish
