crd() { # suffix schema more
cat <<Y
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things$1.conf$SUFFIX.legator.io}
spec:
  group: conf$SUFFIX.legator.io
  names: {plural: things$1, kind: Thing$1}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    ${3:-}
    schema: {openAPIV3Schema: $2}
Y
}
SUFFIX=$(printf %s "$NS" | tail -c 6)
crd a '{type: object, properties: {spec: {type: object, properties: {a: {type: string, default: x}}}}}' > a.yaml
k create -f a.yaml
k wait --for=condition=Established crd thingsa.conf$SUFFIX.legator.io --timeout=5s
k get crd thingsa.conf$SUFFIX.legator.io -o 'jsonpath={.spec.names} {.status.acceptedNames} {.status.storedVersions} {.spec.conversion}{"\n"}'
k get crd thingsa.conf$SUFFIX.legator.io -o 'jsonpath={range .status.conditions[*]}{.type}={.status} {.reason} {.message}{"\n"}{end}'
printf "apiVersion: conf$SUFFIX.legator.io/v1\nkind: Thinga\nmetadata: {name: one}\nspec: {}\n" | k create -f -
k get thingas one -o 'jsonpath={.spec}{"\n"}' 
k get thinga one -o 'jsonpath={.spec}{"\n"}' 
k get thingsa
k create -f a.yaml
crd b '{type: object, properties: {spec: {properties: {a: {type: string}}}}}' | k create -f -
crd c '{type: object, properties: {spec: {type: strange}}}' | k create -f -
crd d '{type: object, properties: {spec: {type: array}}}' | k create -f -
crd e '{type: object, properties: {spec: {type: string, enum: [a, b], default: c}}}' | k create -f -
crd f '{type: string}' | k create -f -
crd g '{type: object, properties: {spec: {type: string, pattern: "["}}}' | k create -f -
crd h '{type: object, properties: {spec: {type: array, items: {type: string}, uniqueItems: true}}}' | k create -f -
crd i '{type: object, properties: {spec: {type: array, items: {type: string}, x-kubernetes-list-type: wrong}}}' | k create -f -
crd j '{type: object}' 'additionalPrinterColumns: [{name: X, type: strange, jsonPath: .x}]' | k create -f -
crd Upper '{type: object}' | k create -f -
crd k '{type: object}' | sed 's/scope: Namespaced/scope: Weird/' | k create -f -
crd l '{type: object}' | sed 's/name: thingsl/name: other/' | k create -f -
crd m '{type: object}' | sed 's/storage: true/storage: false/' | k create -f -
crd a '{type: object, properties: {spec: {type: object, properties: {a: {type: string}, b: {type: integer}}}}}' | k apply -f - 2>&1 | grep -v 'Warning: resource'
k patch thinga one --type=merge -p '{"spec":{"b":3}}' -o 'jsonpath={.spec}{"\n"}'
k delete crd thingsa.conf$SUFFIX.legator.io
k get thingsa
