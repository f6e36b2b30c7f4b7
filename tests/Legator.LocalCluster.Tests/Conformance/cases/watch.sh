gadget one 'size: small' | q create -f -
"$KUBECTL" --cache-dir "$CACHE" -n "$NS" get gadgets -w > table.txt 2>&1 & T=$!
"$KUBECTL" --cache-dir "$CACHE" -n "$NS" get gadgets -w --output-watch-events -o 'jsonpath={.type} {.object.metadata.name} {.object.spec.count}{"\n"}' > events.txt 2>&1 & E=$!
"$KUBECTL" --cache-dir "$CACHE" -n "$NS" get gadgets -w --watch-only -l app=x -o name > selected.txt 2>&1 & S=$!
"$KUBECTL" --cache-dir "$CACHE" -n "$NS" get gadget one -w -o 'jsonpath={.metadata.name} {.spec.count}{"\n"}' > single.txt 2>&1 & O=$!
until_shows events.txt 'ADDED one'; until_shows table.txt one; until_shows single.txt one; sleep 0.5
q patch gadget one --type=merge -p '{"spec":{"count":2}}'
gadget two 'size: large' | q create -f -
until_shows events.txt 'ADDED two'
q label gadget two app=x
q label gadget two app-
q delete gadget two
until_shows events.txt 'DELETED two'; sleep 0.3
kill $T $E $S $O; wait 2>/dev/null
cat events.txt
echo --; cat table.txt
echo --; cat selected.txt
echo --; cat single.txt
