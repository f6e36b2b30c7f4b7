# Sourced before every case. $KUBECTL, $KUBECONFIG, $CACHE, $NS and $REPOSITORY are set by the test; the working directory is empty and the case's own.
k() {
  printf '$ kubectl'; printf ' %q' "$@"; echo
  "$KUBECTL" --cache-dir "$CACHE" -n "$NS" "$@" 2>&1
  echo "[$?]"
}
q() { "$KUBECTL" --cache-dir "$CACHE" -n "$NS" "$@" >/dev/null 2>&1; }
# Who manages which fields; sorted, since the server orders them by the second in which they were written.
managers() { # kind name
  "$KUBECTL" --cache-dir "$CACHE" -n "$NS" get "$@" -o 'jsonpath={range .metadata.managedFields[*]}{.manager} {.operation} {.subresource} {.apiVersion} {.fieldsV1}{"\n"}{end}' | sort
}
gadget() { # name, then lines of spec
  printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata:\n  name: %s\n' "$1"
  [ $# -gt 1 ] && printf 'spec:\n' && shift && printf '  %s\n' "$@"
}
# Runs a command until its output holds a text, at most five seconds: watches need a moment.
until_shows() { # file text
  for _ in $(seq 100); do grep -q -- "$2" "$1" && return; sleep 0.05; done
  echo "never shown: $2"
}
