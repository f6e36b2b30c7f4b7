k create configmap cm --from-literal=a=b --from-literal=c=d
k get cm cm -o yaml
k create secret generic sec --from-literal=user=me --from-literal=password=hunter2
k get secret sec -o yaml
k get secret sec -o 'jsonpath={.data.password}{"\n"}'
k create secret generic sec --from-literal=a=b
printf 'apiVersion: v1\nkind: Secret\nmetadata: {name: plain}\nstringData: {a: b}\ndata: {c: ZA==}\n' | k create -f -
k get secret plain -o 'jsonpath={.data} {.stringData} {.type}{"\n"}'
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: unknown}\ndata: {a: b}\nwhatever: 1\n' | k create -f -
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: wrong}\ndata: {a: 1}\n' | k create -f -
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: wrong}\ndata: [a]\n' | k create -f -
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Wrong}\n' | k create -f -
k create serviceaccount robot
k get serviceaccount robot -o yaml
k create configmap cm2 --from-literal=a=b --dry-run=server -o yaml
k get cm,secret -o name
k create role reader --verb=get,list --resource=configmaps
k create rolebinding reads --role=reader --serviceaccount=$NS:robot
k get role reader -o yaml
k get rolebinding reads -o 'jsonpath={.roleRef} {.subjects}{"\n"}'
