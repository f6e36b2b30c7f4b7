for file in "$REPOSITORY"/examples/agents/*.yaml; do
  echo "$(basename "$file"): $("$KUBECTL" --cache-dir "$CACHE" -n "$NS" apply -f "$file" 2>&1)"
done
for file in "$REPOSITORY"/examples/environments/*.yaml; do
  echo "$(basename "$file"): $("$KUBECTL" --cache-dir "$CACHE" -n "$NS" apply -f "$file" 2>&1)"
done
k get legatoragents
k get lagent -o wide
k get legatorenvironments
k get legatoragents -o 'custom-columns=NAME:.metadata.name,TIER:.spec.model.tier,BUDGET:.spec.model.tokenBudget,ZONE:.spec.schedule.timezone,ITERATIONS:.spec.guardrails.maxIterations'
k get legatoragent forge -o yaml
k annotate legatoragent forge legator.io/run-now=true legator.io/task='look at it'
k patch legatoragent forge --type=merge -p '{"spec":{"paused":true}}'
k patch legatoragent forge --type=merge -p '{"spec":{"guardrails":{"autonomy":"do-what-you-like"}}}'
k patch legatoragent forge --type=merge -p '{"spec":{"skills":[]}}'
k patch legatoragent forge --type=merge -p '{"spec":{"model":{"tokenBudget":"many"}}}'
k patch legatoragent forge --type=json -p '[{"op":"remove","path":"/spec/environmentRef"}]'
k patch legatoragent forge --type=merge --subresource=status -p '{"status":{"phase":"Ready","runCount":3,"conditions":[{"type":"Scheduled","status":"True","reason":"ScheduleActive","message":"m","lastTransitionTime":"2026-01-01T00:00:00Z"}]}}'
k patch legatoragent forge --type=merge --subresource=status -p '{"status":{"phase":"Dancing"}}'
k get legatoragent forge
k wait --for=condition=Scheduled legatoragent/forge --timeout=2s
k wait --for=jsonpath='{.status.phase}'=Ready legatoragent/forge --timeout=2s
k explain legatoragent.spec.guardrails.autonomy
k explain legatorrun.spec
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorAgent\nmetadata: {name: empty}\nspec: {}\n' | k apply -f -
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorAgent\nmetadata: {name: empty}\n' | k apply -f -
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorRun\nmetadata: {generateName: gen-, labels: {legator.io/agent: forge}}\nspec: {agentRef: forge, environmentRef: dev-lab, trigger: manual}\n' | k create -f -
k get legatorruns -l legator.io/agent=forge -o 'jsonpath={.items[0].spec}{"\n"}'
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorRun\nmetadata: {name: bad}\nspec: {agentRef: forge, trigger: sometimes}\n' | k create -f -
k delete legatoragent forge
k delete legatoragents,legatorenvironments,legatorruns --all
