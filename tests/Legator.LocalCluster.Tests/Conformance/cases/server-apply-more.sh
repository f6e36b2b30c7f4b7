cat > d.yaml <<Y
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: a, image: "a:1", ports: [{containerPort: 80, protocol: TCP}], env: [{name: E1, value: "1"}]}
Y
k apply --server-side -f d.yaml
managers deployment web
sed 's/replicas: 2/replicas: 3/' d.yaml | k apply --server-side --field-manager=scaler -f -
sed '/replicas: 2/d; s/a:1/a:2/' d.yaml | k apply --server-side -f -
k get deployment web -o 'jsonpath={.spec.template.spec.containers[0].image}{"\n"}'
managers deployment web
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\ndata: {a: "1"}\n' | k apply --server-side --field-manager=one -f -
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\ndata: {b: "2"}\n' | k apply --server-side --field-manager=two -f -
k get cm shared -o 'jsonpath={.data}{"\n"}'
managers cm shared
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\n' | k apply --server-side --field-manager=two -f -
k get cm shared -o 'jsonpath={.data}{"\n"}'
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\ndata: {a: "1"}\n' | k apply --server-side --field-manager=three -f -
managers cm shared
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\n' | k apply --server-side --field-manager=one -f -
k get cm shared -o 'jsonpath={.data}{"\n"}'
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other, generateName: x-}\ndata: {a: [1]}\n' | k apply --server-side -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: s}\nspec: {size: small}\n' | k apply --server-side -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: s}\nstatus: {phase: A, conditions: [{type: Ready, status: "True"}]}\n' | k apply --server-side --subresource=status --field-manager=controller -f -
managers gadget s
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: s}\nstatus: {conditions: [{type: Ready, status: "False"}, {type: Other, status: "True"}]}\n' | k apply --server-side --subresource=status --field-manager=controller -f -
k get gadget s -o 'jsonpath={.status}{"\n"}'
k patch gadget s --type=merge --subresource=status -p '{"status":{"phase":"B"}}' --field-manager=human
managers gadget s
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: s}\nstatus: {phase: C}\n' | k apply --server-side --subresource=status --field-manager=controller -f -
k patch gadget s --type=merge -p '{"metadata":{"managedFields":[{}]}}'
k get gadget s -o 'jsonpath={.metadata.managedFields}{"\n"}'
