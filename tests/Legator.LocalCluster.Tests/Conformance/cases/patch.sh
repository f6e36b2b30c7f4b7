gadget one 'size: small' 'count: 3' 'tags: [a, b]' 'nested: {level: two, deeper: {value: 1}}' | q create -f -
k patch gadget one --type=merge -p '{"spec":{"count":4,"nested":{"deeper":null}}}'
k patch gadget one --type=merge -p '{"spec":{"count":4}}'
k get gadget one -o 'jsonpath={.spec}{"\n"}'
k patch gadget one --type=json -p '[{"op":"test","path":"/spec/count","value":4},{"op":"replace","path":"/spec/count","value":5},{"op":"add","path":"/spec/tags/-","value":"c"}]'
k patch gadget one --type=json -p '[{"op":"test","path":"/spec/count","value":99}]'
k patch gadget one --type=json -p '[{"op":"remove","path":"/spec/nothing"}]'
k patch gadget one --type=json -p '[{"op":"replace","path":"/spec/size","value":"huge"}]'
k patch gadget one --type=json -p '{"not":"a list"}'
k patch gadget one -p '{"spec":{"count":6}}'
k patch gadget one --type=merge -p '{"spec":{"count":"six"}}'
k patch gadget one --type=merge -p '{"spec":{"nonsense":1}}'
k patch gadget one --type=merge -p '{"metadata":{"name":"other"}}'
k patch gadget one --type=merge -p 'not json'
k patch gadget one --type=merge --subresource=status -p '{"status":{"phase":"Done","conditions":[{"type":"Ready","status":"True"}]},"spec":{"count":9}}'
k get gadget one -o 'jsonpath={.spec.count} {.status.phase} {.metadata.generation}{"\n"}'
k patch gadget one --type=merge -p '{"status":{"phase":"Ignored"}}'
k get gadget one -o 'jsonpath={.status.phase}{"\n"}'
k patch gadget nothere --type=merge -p '{"spec":{}}'
k patch gadget one --type=merge -p '{"metadata":{"resourceVersion":"1"},"spec":{"count":7}}'
cat > d.yaml <<Y
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: a, image: "a:1", env: [{name: E1, value: "1"}, {name: E2, value: "2"}]}
      - {name: b, image: "b:1"}
Y
q create -f d.yaml
k patch deployment web -p '{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"a:2","env":[{"name":"E2","value":"3"}]}]}}}}'
k get deployment web -o 'jsonpath={range .spec.template.spec.containers[*]}{.name} {.image} {.env}{"\n"}{end}'
k patch deployment web -p '{"spec":{"template":{"spec":{"containers":[{"name":"b","$patch":"delete"}]}}}}'
k get deployment web -o 'jsonpath={.spec.template.spec.containers[*].name}{"\n"}'
k set image deployment/web a=a:3
k get deployment web -o 'jsonpath={.spec.template.spec.containers[*].image}{"\n"}'
k rollout pause deployment/web
k get deployment web -o 'jsonpath={.spec.paused}{"\n"}'
