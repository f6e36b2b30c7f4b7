gadget one 'size: small' 'count: 3' | q create -f -
gadget one 'size: large' | k replace -f -
k get gadget one -o 'jsonpath={.spec} {.metadata.generation}{"\n"}'
gadget nothere 'size: large' | k replace -f -
"$KUBECTL" -n "$NS" get gadget one -o yaml > old.yaml
q patch gadget one --type=merge -p '{"spec":{"count":5}}'
k replace -f old.yaml
sed -i 's/resourceVersion: .*/resourceVersion: "notanumber"/' old.yaml; k replace -f old.yaml
sed -i '/resourceVersion/d; s/uid: .*/uid: 11111111-2222-3333-4444-555555555555/' old.yaml; k replace -f old.yaml
gadget one 'size: large' 'count: 9' | k replace --force -f -
k get gadget one -o 'jsonpath={.spec.count} {.metadata.generation}{"\n"}'
gadget one 'size: large' 'count: 9' | k replace -f -
k get gadget one -o 'jsonpath={.metadata.generation}{"\n"}'
export KUBE_EDITOR="sed -i s/count:.9$/count:\ 8/"
k edit gadget one
export KUBE_EDITOR="sed -i s/count:.8$/count:\ 88/"
k edit gadget one | sed 's/kubectl-edit-[0-9]*/kubectl-edit-N/'
k get gadget one -o 'jsonpath={.spec.count}{"\n"}'
