gadget one 'size: small' | q create -f -
k wait --for=condition=Ready gadget/one --timeout=100ms
q patch gadget one --type=merge --subresource=status -p '{"status":{"phase":"Done","conditions":[{"type":"Ready","status":"True"}]}}'
k wait --for=condition=Ready gadget/one --timeout=3s
k wait --for=condition=Ready=false gadget/one --timeout=100ms
k wait --for=jsonpath='{.status.phase}'=Done gadget/one --timeout=3s
k wait --for=create gadget/one --timeout=3s
k wait --for=condition=Ready gadget/nothere --timeout=100ms
k wait --for=condition=Ready gadgets --all --timeout=3s
(sleep 0.4; q delete gadget one) &
k wait --for=delete gadget/one --timeout=5s
wait
k wait --for=delete gadget/one --timeout=1s
