gadget one 'size: small' | q create -f -
k get gadget ONE
k get gadgets one --watch-only=false -o name
k create -f /dev/null
k get cm kube-root-ca.crt
k api-resources --api-group=conf.legator.io -o name --verbs=list,get
k get gadgets one -o yaml --show-kind=false -o name
k create configmap annotated --from-literal=a=b
k annotate cm annotated big="$(printf 'x%.0s' $(seq 1000))"
k create secret generic bad --from-literal='bad key=x'
printf 'apiVersion: v1\nkind: Secret\nmetadata: {name: notbase64}\ndata: {a: "!!!"}\n' | k create -f -
printf 'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: l1}}\n- {apiVersion: conf.legator.io/v1, kind: Gadget, metadata: {name: l2}, spec: {size: small}}\n' | k create -f -
k get cm/l1 gadget/l2 -o name
k delete cm/l1 gadget/l2
k create -f - < /dev/null
k replace --subresource=scale -f - <<< '{"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"one"},"spec":{"replicas":6}}'
k get gadget one -o 'jsonpath={.spec.replicas} {.metadata.generation}{"\n"}'
k patch gadget one --subresource=scale --type=merge -p '{"spec":{"replicas":2}}'
k patch gadget one --subresource=nothing --type=merge -p '{}'
k get gadget one -o 'jsonpath={.spec.replicas}{"\n"}'
k label gadgets -l '!app' app=x
k get gadgets -l app=x --show-labels --no-headers
k annotate gadgets --all a=b --overwrite
k label gadget one app- other=x
k get gadgets --field-selector metadata.name=one,metadata.namespace=elsewhere -o name
k wait --for=jsonpath='{.spec.replicas}'=2 gadget/one --timeout=2s
