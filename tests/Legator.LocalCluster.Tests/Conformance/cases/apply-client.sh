gadget one 'size: small' 'count: 3' 'tags: [a, b]' 'ports: [{port: 80}]' > a.yaml
k apply -f a.yaml
k apply -f a.yaml
k get gadget one -o yaml
gadget one 'size: small' 'tags: [b, c]' 'mode: loud' > b.yaml
k diff -f b.yaml
k apply -f b.yaml
k get gadget one -o yaml
k apply view-last-applied gadget one
k diff -f b.yaml
gadget one 'size: wrong' | k apply -f -
gadget made-before 'size: small' | k create -f -
gadget made-before 'size: large' | k apply -f -
gadget made-before 'size: large' | k apply -f - --dry-run=server
gadget fresh 'size: large' | k apply -f - --dry-run=server -o yaml
k get gadget fresh
cat > many.yaml <<Y
apiVersion: v1
kind: ConfigMap
metadata: {name: cm1, labels: {app: many}}
data: {a: b}
---
apiVersion: v1
kind: Secret
metadata: {name: s1, labels: {app: many}}
stringData: {password: hunter2}
---
apiVersion: v1
kind: Service
metadata: {name: svc1, labels: {app: many}}
spec: {selector: {app: x}, ports: [{port: 80, name: http}]}
Y
k apply -f many.yaml
k apply -f many.yaml
k get cm cm1 -o yaml
k apply -f many.yaml -o name
k delete -f many.yaml
