k get --raw /healthz; echo
k get --raw /readyz; echo
k get --raw /livez; echo
k get --raw /nothing
k get --raw /apis/nothing.io/v1
k get --raw /apis/conf.legator.io/v1/nothing
k get --raw /apis/conf.legator.io/v1/namespaces/$NS/gadgets/nothere
k get --raw /apis/conf.legator.io
k get --raw /api | sed 's/"serverAddress":"[^"]*"/ADDRESS/'
k get --raw /api/v1/namespaces/$NS/configmaps/nothere
k get --raw /api/v1/namespaces/$NS/nothing
gadget raw 'size: small' > g.yaml
k create --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets" -f <(echo '{"apiVersion":"conf.legator.io/v1","kind":"Gadget","metadata":{"name":"raw"},"spec":{"size":"small"}}') | grep -o '"size":"small"'
k create --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets" -f <(echo '{"apiVersion":"conf.legator.io/v1","kind":"Other","metadata":{"name":"raw2"}}')
k create --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets" -f <(echo '{"apiVersion":"v1","kind":"Gadget","metadata":{"name":"raw2"}}')
k delete --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets/raw"
k delete --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets/raw"
