gadget one 'size: small' 'count: 3' 'labels: {b: "2", a: "1"}' | k create -f -
gadget two 'size: large' 'mode: loud' 'enabled: true' 'ratio: 1.5' 'free: {x: {deep: [1, two, null]}}' > two.yaml
k create -f two.yaml
k create -f two.yaml
k get gadgets
k get gd one
k get gadget/two -o wide
k get gadgets --no-headers
k get gadgets --show-labels
k get gadgets -o name
k get gadget one -o yaml
k get gadget two -o json
k get gadgets -o yaml
k get gadget one -o 'jsonpath={.spec.mode} {.metadata.name} {.spec.labels.a}{"\n"}'
k get gadgets -o 'jsonpath={range .items[*]}{.metadata.name}={.spec.size}{"\n"}{end}'
k get gadgets -o 'custom-columns=NAME:.metadata.name,SIZE:.spec.size,NONE:.spec.nothing'
k get gadgets -o 'go-template={{range .items}}{{.metadata.name}} {{end}}'
k get gadgets --sort-by=.spec.size -o name
k get gadget nothere
k get gadget one nothere
k get gadgets.conf.legator.io one -o name
k get gadgets.v1.conf.legator.io one -o name
k get gadgets.v2.conf.legator.io one -o name
k get nosuchkind
k get conformance
k get gadgets -A -o name --field-selector metadata.namespace=$NS
