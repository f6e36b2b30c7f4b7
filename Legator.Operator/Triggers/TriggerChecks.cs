using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Triggers;
using Legator.Operator.Agents;
using Legator.Operator.Control;
using Legator.Operator.Secrets;

namespace Legator.Operator.Triggers;

/// <summary>Says which of an agent's triggers from outside start runs, and why the others do not.</summary>
internal sealed class TriggerChecks(SecretPresence secrets)
{
    /// <summary>The condition; null for an agent without such triggers.</summary>
    public async Task<Aspect?> CheckAsync(LegatorAgent agent, LegatorEnvironment? environment, CancellationToken cancellationToken)
    {
        var triggers = agent.Spec.Schedule.Triggers;
        if (!triggers.Any(TriggerFields.IsFromOutside))
        {
            return null;
        }

        var problems = TriggerFields.Problems(agent.Spec).Select(problem => (Reason: AgentConditions.TriggerInvalid, Text: problem)).ToList();
        foreach (var (index, trigger) in triggers.Index().Where(entry => entry.Item is { Type: TriggerType.Webhook, SecretRef.Length: > 0 }))
        {
            if (await MissingAsync(agent.Metadata.Namespace ?? "", trigger.SecretRef!, cancellationToken) is { } missing)
            {
                problems.Add((AgentConditions.TriggerSecretMissing, $"spec.schedule.triggers[{index}].secretRef: {missing}"));
            }
        }

        if (environment?.Spec.Connection?.Kind == ConnectionKind.Kubeconfig && triggers.Any(trigger => trigger.Type == TriggerType.KubernetesEvent))
        {
            problems.Add((AgentConditions.EventsNotWatched, $"LegatorEnvironment '{environment.Metadata.Name}' is another cluster, whose Events are not watched: kubernetes-event triggers need spec.connection.kind in-cluster"));
        }

        return problems.Count == 0
            ? new Aspect(AgentConditions.TriggersReady, true, AgentConditions.TriggersActive, "Every webhook and kubernetes-event trigger starts runs.")
            : new Aspect(AgentConditions.TriggersReady, false, problems[0].Reason, $"Some triggers start no run. {string.Join("; ", problems.Select(problem => problem.Text))}.");
    }

    /// <summary>One of the two fields is enough; where there is but a token, that is the one to be told of.</summary>
    private async Task<string?> MissingAsync(string inNamespace, string name, CancellationToken cancellationToken)
    {
        var token = await secrets.MissingAsync(inNamespace, name, WebhookKeys.TokenField, cancellationToken, WebhookKeys.MinLength);
        var secret = await secrets.MissingAsync(inNamespace, name, WebhookKeys.SecretField, cancellationToken, WebhookKeys.MinLength);
        return token is null || secret is null ? null
            : await secrets.HasAsync(inNamespace, name, WebhookKeys.TokenField, cancellationToken) && !await secrets.HasAsync(inNamespace, name, WebhookKeys.SecretField, cancellationToken) ? token
            : secret;
    }
}
