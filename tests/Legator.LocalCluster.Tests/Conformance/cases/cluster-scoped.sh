printf "apiVersion: conf.legator.io/v1\nkind: Glob\nmetadata: {name: $NS}\nspec: {any: {thing: [1, 2]}}\n" > g.yaml
k create -f g.yaml
k get glob "$NS"
k get glob "$NS" -o yaml
k get glob "$NS" -o 'jsonpath={.metadata.namespace}{"\n"}'
k patch glob "$NS" --type=merge -p '{"spec":{"any":{"thing":null,"other":1}}}' -o 'jsonpath={.spec}{"\n"}'
k delete glob "$NS"
