for n in a b c d; do gadget $n 'size: small' | q create -f -; done
k delete gadget a
k delete gadget a
k delete gadget a --ignore-not-found
k delete gadget b -o name
k delete gadget b c
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: held, finalizers: [legator.io/hold]}\nspec: {size: small}\n' | k create -f -
k delete gadget held --wait=false
k get gadget held -o 'jsonpath={.metadata.deletionGracePeriodSeconds} {.metadata.finalizers}{"\n"}'
k delete gadget held --wait=false
k patch gadget held --type=merge -p '{"metadata":{"finalizers":["legator.io/hold","legator.io/more"]}}'
k patch gadget held --type=merge -p '{"spec":{"count":3}}'
k get gadget held -o 'jsonpath={.metadata.generation} {.spec.count}{"\n"}'
k patch gadget held --type=merge -p '{"metadata":{"finalizers":null}}'
k get gadget held
k delete gadget d --dry-run=server
k get gadget d -o name
gadget e 'size: small' | q create -f -
k delete gadgets --all --wait=false
k delete gadgets --all
k delete gadgets
k delete gadget a --all
k delete nosuch x
q create configmap one --from-literal=a=b
q create configmap two --from-literal=a=b
k delete cm one two
k delete cm one --now
