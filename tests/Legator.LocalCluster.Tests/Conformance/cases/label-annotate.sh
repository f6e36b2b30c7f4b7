gadget one 'size: small' | q create -f -
gadget two 'size: large' | q create -f -
k label gadget one app=web tier=front
k label gadget one app=api
k label gadget one app=api --overwrite
k label gadget one tier-
k label gadget one nothere-
k label gadget one 'bad key=x'
k label gadget one 'ok=bad value!'
k label gadgets --all env=test
k label gadget nothere a=b
k label gadget one --list | sort
k annotate gadget one note='hello world' legator.io/run-now=true
k annotate gadget one note=again
k annotate gadget one note=again --overwrite
k annotate gadget one legator.io/run-now-
k get gadget one -o 'jsonpath={.metadata.annotations}{"\n"}'
k get gadgets --show-labels
k get gadgets -l app=api -o name
k get gadgets -l 'app!=api' -o name
k get gadgets -l 'app in (api, web)' -o name
k get gadgets -l 'app notin (api)' -o name
k get gadgets -l app -o name
k get gadgets -l '!app' -o name
k get gadgets -l 'env=test,app=api' -o name
k get gadgets -L app,env
k get gadgets -l 'a=b=c'
k get gadgets -l 'in the middle'
k label gadget one --resource-version=1 x=y
k delete gadgets -l app=api
k get gadgets -o name
