gadget one 'size: small' 'replicas: 2' | q create -f -
k scale gadget one --replicas=3
k get gadget one -o 'jsonpath={.spec.replicas}{"\n"}'
k scale gadget one --replicas=4 --current-replicas=9
k scale gadget one --replicas=4 --current-replicas=3
k get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets/one/scale"
k scale gadget nothere --replicas=1
k get gadget one --subresource=scale -o 'jsonpath={.kind} {.apiVersion} {.spec.replicas}{"\n"}'
k scale configmap x --replicas=1
