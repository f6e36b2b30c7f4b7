k explain gadgets | grep -v '^    [A-Z].*' | head -8
k explain gadget.spec.size
k explain gadget.spec.ports.port
k explain gadget.spec.nothing
k explain gadget.spec.mode
k explain gadget.spec --recursive
k explain nosuch
k api-resources --api-group=conf.legator.io
k api-resources --api-group=conf.legator.io -o wide
k api-resources --api-group=conf.legator.io --namespaced=false -o name
k api-resources --api-group=conf.legator.io --verbs=deletecollection -o name
k api-resources --api-group=coordination.k8s.io --no-headers
k api-versions | grep -E '^(conf.legator.io|v1|apps)'
