for n in b a; do gadget $n 'size: small' | q create -f -; q create configmap $n --from-literal=x=$n; done
k get gadgets,configmaps -o name
k get gadgets a b -o name
k get gadget/a configmap/b -o name
k get gadget/a configmap/b gadget/zz -o name
k get -f <(gadget a; echo ---; gadget b) -o name
k get gadgets -o json | grep -E '"(kind|apiVersion|resourceVersion)"'
k get gadgets --output=yaml --ignore-not-found
k get gadgets nothere --ignore-not-found
k get gadgets -o jsonpath-as-json='{.items[*].metadata.name}'
k get gadgets --server-print=false
