printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {generateName: gen-}\nspec: {size: small}\n' > g.yaml
k create -f g.yaml
k create -f g.yaml -o name
k apply -f g.yaml
k get gadgets -o name
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {generateName: Bad_}\nspec: {size: small}\n' | k create -f -
