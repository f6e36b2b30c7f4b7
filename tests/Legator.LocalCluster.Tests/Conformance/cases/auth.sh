k auth can-i create gadgets
k auth can-i get pods/log
k auth can-i '*' '*'
k auth can-i delete nodes --as=system:serviceaccount:$NS:nobody
k auth can-i list gadgets --as=system:serviceaccount:$NS:nobody -q
k auth whoami -o 'jsonpath={.kind} {.status.userInfo.groups}{"\n"}' | grep -o SelfSubjectReview
k get gadgets --as=system:serviceaccount:$NS:nobody
gadget x 'size: small' | k create --as=system:serviceaccount:$NS:nobody -f -
