gadget one 'size: small' 'count: 3' 'ports: [{port: 80, note: web}]' 'tags: [a]' > a.yaml
k apply --server-side -f a.yaml
k apply --server-side -f a.yaml
managers gadget one
k get gadget one -o 'jsonpath={.metadata.generation} {.spec}{"\n"}'
gadget one 'size: large' > b.yaml
k apply --server-side --field-manager=other -f b.yaml
k apply --server-side --field-manager=other --force-conflicts -f b.yaml
managers gadget one
k get gadget one -o 'jsonpath={.metadata.generation} {.spec}{"\n"}'
gadget one 'size: large' 'ports: [{port: 443, note: tls}]' 'tags: [b]' | k apply --server-side --field-manager=other -f -
managers gadget one
k get gadget one -o 'jsonpath={.metadata.generation} {.spec}{"\n"}'
gadget one 'size: large' | k apply --server-side --field-manager=other -f -
managers gadget one
k get gadget one -o 'jsonpath={.metadata.generation} {.spec}{"\n"}'
gadget one 'count: 4' | k apply --server-side -f -
k get gadget one -o 'jsonpath={.spec}{"\n"}'
gadget one 'size: huge' | k apply --server-side --force-conflicts -f -
gadget one 'size: large' 'nonsense: 1' | k apply --server-side --force-conflicts -f -
k label gadget one x=y
managers gadget one
k get gadget one -o 'jsonpath={.metadata.generation} {.spec}{"\n"}'
gadget dry 'size: small' | k apply --server-side --dry-run=server -f -
k get gadget dry
gadget two 'size: small' 'count: 1' | k apply -f -
gadget two 'size: small' 'count: 2' | k apply --server-side -f -
managers gadget two
k get gadget two -o yaml
cat > cm.yaml <<Y
apiVersion: v1
kind: ConfigMap
metadata: {name: ssa, labels: {a: b}}
data: {one: "1", two: "2"}
Y
k apply --server-side -f cm.yaml
sed -i 's/two: "2"/three: "3"/' cm.yaml
k apply --server-side -f cm.yaml
k get cm ssa -o yaml --show-managed-fields
