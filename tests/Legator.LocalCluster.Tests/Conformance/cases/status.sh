printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: one}\nspec: {size: small}\nstatus: {phase: Ignored}\n' | k create -f -
k get gadget one -o 'jsonpath={.status} {.metadata.generation}{"\n"}'
k get gadget one --subresource=status -o yaml
k patch gadget one --type=merge --subresource=status -p '{"status":{"phase":"A","conditions":[{"type":"Ready","status":"False","reason":"R"}]}}'
k get gadget one -o yaml
k patch gadget one --type=merge --subresource=status -p '{"status":{"phase":3}}'
k patch gadget one --type=merge --subresource=status -p '{"metadata":{"labels":{"a":"b"}},"status":{"phase":"B"}}'
k get gadget one -o 'jsonpath={.metadata.labels} {.status.phase} {.metadata.generation}{"\n"}'
managers gadget one
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: one}\nspec: {size: large}\nstatus: {phase: C}\n' | k replace --subresource=status -f -
k get gadget one -o 'jsonpath={.spec.size} {.status.phase}{"\n"}'
