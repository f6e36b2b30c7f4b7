gadget one 'size: small' | q create -f -
RV=$("$KUBECTL" -n "$NS" get gadget one -o 'jsonpath={.metadata.resourceVersion}')
q patch gadget one --type=merge -p '{"spec":{"count":2}}'
printf "apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: one, resourceVersion: \"$RV\"}\nspec: {size: large}\n" | k replace -f -
k patch gadget one --type=merge -p "{\"metadata\":{\"resourceVersion\":\"$RV\"},\"spec\":{\"count\":3}}"
k annotate gadget one --resource-version="$RV" a=b
printf "apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: two, resourceVersion: \"5\"}\nspec: {size: large}\n" | k create -f -
gadget three 'size: small' | q create -f -
k patch gadget three --type=merge -p '{"metadata":{"uid":"11111111-2222-3333-4444-555555555555"}}'
k patch gadget three --type=merge -p '{"metadata":{"creationTimestamp":"2020-01-01T00:00:00Z","generation":77,"labels":{"a":"b"}}}' -o 'jsonpath={.metadata.generation}{"\n"}'
