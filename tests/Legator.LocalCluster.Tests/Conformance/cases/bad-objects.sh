gadget a 'size: medium' | k create -f -
gadget a 'size: 3' | k create -f -
gadget a 'count: 3' | k create -f -
gadget a 'size: small' 'count: 11' | k create -f -
gadget a 'size: small' 'count: 0' | k create -f -
gadget a 'size: small' 'count: "3"' | k create -f -
gadget a 'size: small' 'count: 1.5' | k create -f -
gadget a 'size: small' 'ratio: 0' | k create -f -
gadget a 'size: small' 'enabled: maybe' | k create -f -
gadget a 'size: small' 'code: A1' | k create -f -
gadget a 'size: small' 'code: x' | k create -f -
gadget a 'size: small' 'code: toolongtext' | k create -f -
gadget a 'size: small' 'at: yesterday' | k create -f -
gadget a 'size: small' 'tags: [a, b, a]' | k create -f -
gadget a 'size: small' 'tags: [a, b, c, d]' | k create -f -
gadget a 'size: small' 'tags: x' | k create -f -
gadget a 'size: small' 'ports: [{port: 1}, {port: 1}]' | k create -f -
gadget a 'size: small' 'ports: [{note: x}]' | k create -f -
gadget a 'size: small' 'labels: {a: muchtoolong}' | k create -f -
gadget a 'size: small' 'nested: []' | k create -f -
gadget a 'size: small' 'port: 1.5' | k create -f -
gadget a 'size: small' 'range: {min: 3, max: 1}' | k create -f -
gadget a 'size: medium' 'count: 99' 'code: A' 'enabled: 1' | k create -f -
gadget a | k create -f -
gadget a 'size: small' 'nonsense: 1' 'nested: {wrong: 2}' | k create -f -
gadget a 'size: small' 'nonsense: 1' 'nested: {wrong: 2}' | k create --validate=ignore -f -
k get gadget a -o 'jsonpath={.spec}{"\n"}'
gadget b 'size: small' 'nonsense: 1' 'nested: {wrong: 2}' | k create --validate=warn -f -
gadget c 'size: small' 'size: large' | k create -f -
gadget c 'size: small' 'size: large' | k create --validate=warn -f -
gadget d 'size: small' 'maybe: null' 'count: null' | k create -f -
k get gadget d -o 'jsonpath={.spec}{"\n"}'
gadget Bad_Name 'size: small' | k create -f -
gadget "$(printf 'x%.0s' $(seq 260))" 'size: small' | k create -f -
gadget '' 'size: small' | k create -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: l, labels: {"bad key": x, ok: "bad value!"}}\nspec: {size: small}\n' | k create -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: l, annotations: {"bad key": x}}\nspec: {size: small}\n' | k create -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: l, finalizers: ["no slash or dot!"]}\nspec: {size: small}\n' | k create -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: l, ownerReferences: [{kind: x, name: w}]}\nspec: {size: small}\n' | k create --validate=ignore -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: l, labels: {a: 1}}\nspec: {size: small}\n' | k create -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: l, foo: bar}\nspec: {size: small}\n' | k create -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Gadget\nmetadata: {name: l, namespace: elsewhere}\nspec: {size: small}\n' | k create -f -
printf 'apiVersion: conf.legator.io/v1\nkind: Nosuch\nmetadata: {name: l}\n' | k create -f -
printf 'apiVersion: conf.legator.io/v9\nkind: Gadget\nmetadata: {name: l}\n' | k create -f -
printf 'kind: Gadget\nmetadata: {name: l}\n' | k create -f -
printf 'a: [b\n' | k create -f -
