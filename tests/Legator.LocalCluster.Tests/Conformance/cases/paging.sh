for n in a b c d e; do gadget $n 'size: small' | q create -f -; done
k get gadgets --chunk-size=2 -o name
k get gadgets --chunk-size=2
k get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets?limit=2" | tee raw.txt | sed -n 2p > page.json
grep -o '"remainingItemCount":[0-9]*' page.json
TOKEN=$(sed 's/.*"continue":"\([^"]*\)".*/\1/' page.json )
[ -n "$TOKEN" ] && "$KUBECTL" get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets?limit=2&continue=$TOKEN" | grep -o '"name":"[a-e]"'
"$KUBECTL" get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets?limit=2&continue=$TOKEN" | grep -o '"remainingItemCount":[0-9]*'
k get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets?limit=2&continue=nonsense" | sed 's/invalid character .*/invalid character/'
k get --raw "/apis/conf.legator.io/v1/namespaces/$NS/gadgets?limit=nonsense" | cut -c1-300
