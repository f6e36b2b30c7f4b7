for n in a b c; do gadget $n 'size: small' | q create -f -; done
k get gadgets --field-selector metadata.name=b -o name
k get gadgets --field-selector 'metadata.name!=b' -o name
k get gadgets --field-selector "metadata.namespace=$NS" -o name
k get gadgets --field-selector spec.size=small -o name
k get gadgets --field-selector 'nonsense'
q create configmap one --from-literal=a=b
q create secret generic sec --from-literal=a=b
k get secrets --field-selector type=Opaque -o name
k get secrets --field-selector type=other -o name
k get cm --field-selector metadata.name=one -o name
k get cm --field-selector data.a=b -o name
k get pods --field-selector status.phase=Running -o name
k get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets?labelSelector=a%20b"
