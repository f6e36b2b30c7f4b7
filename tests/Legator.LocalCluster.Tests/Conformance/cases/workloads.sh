k create deployment web --image=web:1 --replicas=2
k get deployment web -o 'jsonpath={.spec.replicas} {.spec.selector.matchLabels} {.spec.template.spec.containers[0].image}{"\n"}'
k expose deployment web --port=80 --target-port=8080
k get service web -o 'jsonpath={.spec.ports[0].port} {.spec.ports[0].targetPort} {.spec.selector}{"\n"}'
k set env deployment/web A=B
k get deployment web -o 'jsonpath={.spec.template.spec.containers[0].env}{"\n"}'
k annotate deployment web note=x
k run p1 --image=busybox --labels=a=b -- sleep 1
k get pod p1 -o 'jsonpath={.spec.containers[0].args} {.metadata.labels}{"\n"}'
k get pods -o name -l a=b
k delete pod p1 --now --wait=false
k create job j1 --image=busybox
k get job j1 -o 'jsonpath={.spec.template.spec.containers[0].name}{"\n"}'
k create cronjob c1 --image=busybox --schedule='*/5 * * * *'
k get cronjob c1 -o 'jsonpath={.spec.schedule}{"\n"}'
printf 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: bad}\nspec: {replicas: two}\n' | k create -f -
printf 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: bad}\nspec: {replica: 2}\n' | k create -f -
printf 'apiVersion: v1\nkind: Pod\nmetadata: {name: bad}\nspec: {containers: [{name: a, image: b, ports: [{containerPort: "x"}]}]}\n' | k create -f -
printf 'apiVersion: v1\nkind: Pod\nmetadata: {name: bad}\nspec: {containers: {name: a}}\n' | k create -f -
k rollout restart deployment/web
k get deployment web -o 'jsonpath={.spec.template.metadata.annotations}{"\n"}' | sed 's/"20[^"]*"/TIME/'
k delete deployment,service,job,cronjob --all
