#!/usr/bin/env bash
# The distributed set on this machine: redis-server and PostgreSQL from Debian, LocalCluster, 2 operators, 3 runners, web; each a process of its own.
#   eng/up.sh [--data-dir DIR] [--configuration Debug|Release] [--no-build] [--no-quickstart]
# Runs until Ctrl-C (or TERM), then stops everything that it started, in order. DIR (a temporary folder unless given) keeps data, logs and the file `set`,
# which other scripts may source: ports, pids and connection strings.
set -uo pipefail
cd "$(dirname "$0")/.."

data="" configuration=Debug build=1 quickstart=1
while [ $# -gt 0 ]; do
  case "$1" in
    --data-dir) data=$2; shift 2 ;;
    --configuration) configuration=$2; shift 2 ;;
    --no-build) build=""; shift ;;
    --no-quickstart) quickstart=""; shift ;;
    *) echo "unknown option $1; see the head of $0" >&2; exit 2 ;;
  esac
done

postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
for program in redis-server kubectl openssl dotnet "$postgres_bin/initdb"; do
  command -v "$program" >/dev/null || { echo "$program is missing: apt-get install redis-server postgresql kubernetes-client openssl" >&2; exit 1; }
done

keep=${data:+1}
data=${data:-$(mktemp -d /tmp/legator-up.XXXXXX)}
mkdir -p "$data/logs" "$data/redis" "$data/web"
data=$(cd "$data" && pwd)
: > "$data/set"
pids=() names=()

stop() {
  trap '' INT TERM
  # In reverse: those who use a server go before it.
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    kill -"${signal[$i]}" "${pids[$i]}" 2>/dev/null
    for _ in $(seq 150); do kill -0 "${pids[$i]}" 2>/dev/null || break; sleep 0.1; done
    if kill -0 "${pids[$i]}" 2>/dev/null; then echo "${names[$i]} did not stop and is killed" >&2; kill -KILL "${pids[$i]}"; fi
  done
  wait 2>/dev/null
  [ -n "$keep" ] || rm -rf "$data"
  echo "stopped"
}

fail() { echo "$1" >&2; [ -n "${2:-}" ] && tail -20 "$data/logs/$2.log" >&2; exit 1; }

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    [[ " ${taken[*]:-} " == *" $port "* ]] || (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { taken+=("$port"); REPLY=$port; return; }
  done
}

# launch NAME SIGNAL COMMAND...: in the background, its output in a log, its pid noted.
launch() {
  local name=$1; signal+=("$2"); shift 2
  setsid "$@" >"$data/logs/$name.log" 2>&1 < /dev/null &
  pids+=($!); names+=("$name")
  echo "pid_${name//-/_}=$!" >> "$data/set"
}

await() {
  local what=$1 log=$2 n; shift 2
  for n in $(seq 600); do
    "$@" >/dev/null 2>&1 && return
    kill -0 "${pids[-1]}" 2>/dev/null || fail "$what ended before it served:" "$log"
    sleep 0.1
  done
  fail "$what does not answer after a minute:" "$log"
}

ready() { [[ "$(exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /readyz HTTP/1.0\r\n\r\n' >&3 && head -1 <&3)" == *" 200 "* ]]; }

owner() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

service() {
  local name=$1 project=$2; shift 2
  free_port
  launch "$name" TERM env "$@" ASPNETCORE_URLS="http://127.0.0.1:$REPLY" Cluster__Kubeconfig="$data/kubeconfig" \
    ConnectionStrings__queue="127.0.0.1:$redis_port" ConnectionStrings__journal="$journal" \
    dotnet "$project/bin/$configuration/net10.0/$project.dll"
  echo "url_${name//-/_}=http://127.0.0.1:$REPLY" >> "$data/set"
  started+=("$name:$REPLY")
}

if [ -n "$build" ]; then
  for project in Legator.LocalCluster Legator.Operator Legator.Runner Legator.Web Legator.Cli; do
    dotnet build "$project" -c "$configuration" -v q -nologo -clp:ErrorsOnly || exit 1
  done
fi

taken=() signal=() started=()
trap stop EXIT
trap 'exit 0' INT TERM

free_port; redis_port=$REPLY
launch redis TERM redis-server --port "$redis_port" --bind 127.0.0.1 --dir "$data/redis" --appendonly yes --save "" --loglevel warning
await redis redis bash -c "exec 3<>/dev/tcp/127.0.0.1/$redis_port"

free_port; postgres_port=$REPLY
mkdir -p "$data/postgres"; [ "$(id -u)" -ne 0 ] || { chown postgres "$data/postgres"; chmod o+x "$data"; }
[ -e "$data/postgres/PG_VERSION" ] || owner "$postgres_bin/initdb" -D "$data/postgres" -U postgres -A trust -E UTF8 --locale=C >"$data/logs/initdb.log" 2>&1 || fail "initdb failed:" initdb
# INT is PostgreSQL's fast shutdown: open transactions are undone, everything else is on disk.
if [ "$(id -u)" -eq 0 ]; then as=(setpriv --reuid=postgres --regid=postgres --init-groups); else as=(); fi
launch postgres INT "${as[@]}" "$postgres_bin/postgres" -D "$data/postgres" -p "$postgres_port" -h 127.0.0.1 -k "$data/postgres"
await PostgreSQL postgres "$postgres_bin/psql" -h 127.0.0.1 -p "$postgres_port" -U postgres -c 'SELECT 1'
"$postgres_bin/psql" -qh 127.0.0.1 -p "$postgres_port" -U postgres -tc "SELECT 1 FROM pg_database WHERE datname = 'legator'" | grep -q 1 \
  || "$postgres_bin/psql" -qh 127.0.0.1 -p "$postgres_port" -U postgres -c 'CREATE DATABASE legator' || fail "the database could not be made" postgres
journal="Host=127.0.0.1;Port=$postgres_port;Username=postgres;Database=legator"

free_port
launch localcluster TERM dotnet "Legator.LocalCluster/bin/$configuration/net10.0/Legator.LocalCluster.dll" --data-dir "$data/cluster" --port "$REPLY"
await LocalCluster localcluster grep -q listening "$data/logs/localcluster.log"
cp "$data/cluster/kubeconfig" "$data/kubeconfig"
export KUBECONFIG="$data/kubeconfig"
kubectl apply -f eng/agent-role.yaml >"$data/logs/kubectl.log" 2>&1 || fail "the role of agents could not be made:" kubectl

[ -e "$data/web/token" ] || (umask 077; openssl rand -hex 32 > "$data/web/token")
for n in 1 2; do service "operator-$n" Legator.Operator Operator__LeaderElection=true Operator__AgentClusterRole=legator-agent; done
for n in 1 2 3; do service "runner-$n" Legator.Runner Runner__Id="runner-$n" Runner__Previewer=legator-system/legator-previewer; done
service web Legator.Web Web__TokenFile="$data/web/token" Web__KeysDirectory="$data/web/keys"
for entry in "${started[@]}"; do await "${entry%:*}" "${entry%:*}" ready "${entry#*:}"; done
if [ -n "$quickstart" ]; then
  for file in examples/quickstart/*.yaml; do
    sed "s|\${LEGATOR_URL}|http://127.0.0.1:${started[-1]#*:}|" "$file" | kubectl apply -f - >>"$data/logs/kubectl.log" 2>&1 || fail "$file could not be applied:" kubectl
  done
fi
cat >> "$data/set" <<SET
redis=127.0.0.1:$redis_port
journal='$journal'
kubeconfig=$data/kubeconfig
token_file=$data/web/token
up=1
SET

cat <<TEXT

The distributed set is up. Ctrl-C stops it.

  Dashboard, API   http://127.0.0.1:${started[-1]#*:}   (token: $data/web/token)
  Kubeconfig       $data/kubeconfig
  Redis            127.0.0.1:$redis_port
  Journal          $journal
  Logs             $data/logs

  dotnet Legator.Cli/bin/$configuration/net10.0/legator.dll run hello-world --wait --api-url http://127.0.0.1:${started[-1]#*:} --token "\$(cat $data/web/token)"

TEXT
# A part that ends by itself is told; the others go on, as they would on machines of their own.
told=""
while sleep 1; do
  for i in "${!pids[@]}"; do
    if ! kill -0 "${pids[$i]}" 2>/dev/null && [[ "$told" != *" $i "* ]]; then told="$told $i "; echo "${names[$i]} has ended; its log: $data/logs/${names[$i]}.log" >&2; fi
  done
done
