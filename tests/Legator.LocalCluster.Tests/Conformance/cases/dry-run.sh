gadget one 'size: small' > one.yaml
k create --dry-run=client -f one.yaml -o yaml
k create --dry-run=server -f one.yaml -o yaml
k get gadget one
q create -f one.yaml
k create --dry-run=server -f one.yaml
k apply --dry-run=server -f one.yaml
k patch gadget one --type=merge -p '{"spec":{"count":5}}' --dry-run=server -o 'jsonpath={.spec.count}{"\n"}'
k label gadget one a=b --dry-run=server
k delete gadget one --dry-run=server
k replace --dry-run=server -f one.yaml
k scale gadget one --replicas=7 --dry-run=server
k get gadget one -o 'jsonpath={.spec} {.metadata.labels}{"\n"}'
gadget bad 'size: wrong' | k create --dry-run=server -f -
k get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets/one?dryRun=Nonsense" > /dev/null
