gadget one 'size: small' 'fixed: here' 'range: {min: 1, max: 2}' | k create -f -
k patch gadget one --type=merge -p '{"spec":{"fixed":"there"}}'
k patch gadget one --type=merge -p '{"spec":{"range":{"min":5}}}'
k patch gadget one --type=merge -p '{"spec":{"range":{"min":2},"count":2}}'
k get gadget one -o 'jsonpath={.metadata.generation} {.spec.range}{"\n"}'
