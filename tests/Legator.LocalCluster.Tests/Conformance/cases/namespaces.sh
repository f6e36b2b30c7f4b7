k create namespace "$NS-x"
k get namespace "$NS-x" -o 'jsonpath={.metadata.labels} {.status.phase}{"\n"}'
k create namespace "$NS-x"
k label namespace "$NS-x" team=a
gadget one 'size: small' | "$KUBECTL" -n nosuchspace create -f - 2>&1
k create configmap x --from-literal=a=b -n nosuchspace
k get gadgets -n nosuchspace
k get cm x -n nosuchspace
