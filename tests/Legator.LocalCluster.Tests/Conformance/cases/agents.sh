# The examples change; that they are taken does not. Some name their own namespaces.
for file in "$REPOSITORY"/examples/agents/*.yaml "$REPOSITORY"/examples/environments/*.yaml; do
  grep -q '^  namespace:' "$file" && continue
  "$KUBECTL" --cache-dir "$CACHE" -n "$NS" apply -f "$file" 2>&1 | grep -v ' created$'
done
q delete legatoragents,legatorenvironments --all
cat > forge.yaml <<Y
apiVersion: legator.io/v1alpha1
kind: LegatorAgent
metadata: {name: forge}
spec:
  description: Verifies deployments
  emoji: "🔨"
  schedule: {cron: "*/5 * * * *"}
  model: {tier: standard, tokenBudget: 20000}
  skills: [{name: deployment-pipeline, source: bundled}]
  guardrails: {autonomy: automate-safe, allowedActions: ["kubectl.get *"], escalation: {target: human}}
  environmentRef: dev-lab
---
apiVersion: legator.io/v1alpha1
kind: LegatorEnvironment
metadata: {name: dev-lab}
spec:
  connection: {kind: in-cluster}
  endpoints: {api: {url: "http://localhost"}}
Y
k apply -f forge.yaml
k get legatoragents
k get lagent -o wide
k get legatorenvironments
k get legatoragents -o 'custom-columns=NAME:.metadata.name,TIER:.spec.model.tier,BUDGET:.spec.model.tokenBudget,ZONE:.spec.schedule.timezone,ITERATIONS:.spec.guardrails.maxIterations'
k get legatoragent forge -o 'jsonpath={.spec}{"\n"}'
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
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorAgent\nmetadata: {name: empty}\nspec: {}\n' | k apply -f -
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorAgent\nmetadata: {name: empty}\n' | k apply -f -
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorRun\nmetadata: {generateName: gen-, labels: {legator.io/agent: forge}}\nspec: {agentRef: forge, environmentRef: dev-lab, trigger: manual}\n' | k create -f -
k get legatorruns -l legator.io/agent=forge -o 'jsonpath={.items[0].spec}{"\n"}'
printf 'apiVersion: legator.io/v1alpha1\nkind: LegatorRun\nmetadata: {name: bad}\nspec: {agentRef: forge, trigger: sometimes}\n' | k create -f -
k delete legatoragent forge
k delete legatoragents,legatorenvironments,legatorruns --all
