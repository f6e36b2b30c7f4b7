gadget one 'size: small' 'count: 3' 'tags: [a, b]' 'nested: {level: two}' | q create -f -
q label gadget one app=web
k describe gadget one | sed 's/Resource Version: .*/Resource Version: RV/'
k describe gadget nothere
q create configmap cm --from-literal=a=b
k describe configmap cm
q create secret generic sec --from-literal=password=hunter2
k describe secret sec
cat > e.yaml <<Y
apiVersion: v1
kind: Event
metadata: {name: happened}
involvedObject: {apiVersion: conf.legator.io/v1, kind: Gadget, name: one, namespace: $NS}
reason: Happened
message: something happened
type: Warning
count: 2
firstTimestamp: "2026-01-01T00:00:00Z"
lastTimestamp: "2026-01-01T00:00:00Z"
source: {component: test}
Y
k create -f e.yaml
k get events -o 'custom-columns=TYPE:.type,REASON:.reason,OBJECT:.involvedObject.name,MESSAGE:.message'
k get events --field-selector involvedObject.name=one -o name
k get events --field-selector involvedObject.name=two,type=Warning -o name
