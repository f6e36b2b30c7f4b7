using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Events;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Accounts;

/// <summary>Makes the ServiceAccount of an agent that nobody made one for, where the settings say which rights such an agent gets. An account that is there is left as it is.</summary>
internal sealed class AgentAccounts(ResourceClient<ServiceAccount> accounts, DynamicClient objects, EventRecorder events, IOptions<OperatorOptions> options)
{
    private const string Rbac = "rbac.authorization.k8s.io";

    public async Task EnsureAsync(LegatorAgent agent, LegatorEnvironment? environment, CancellationToken cancellationToken)
    {
        var (role, place, name) = (options.Value.AgentClusterRole, agent.Metadata.Namespace ?? "", agent.Metadata.Name ?? "");
        if (role.Length == 0 || agent.Spec.ServiceAccountName is { Length: > 0 } || environment?.Spec.Connection is { Kind: ConnectionKind.Kubeconfig })
        {
            return;
        }

        try
        {
            if (await accounts.GetAsync(place, name, cancellationToken) is null)
            {
                // The rights first: an account that is there is never given any.
                await BindAsync(role, place, name, cancellationToken);
                await accounts.CreateAsync(Account(agent, place, name), cancellationToken);
                events.Normal(agent, "ServiceAccountCreated", $"Made ServiceAccount {place}/{name}, which nobody had made, with the rights of ClusterRole {role}.");
            }
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            // Another replica was faster.
        }
        catch (ClusterException exception) when (exception.IsForbidden || exception.IsInvalid || exception.IsNotFound)
        {
            events.Warning(agent, "ServiceAccountNotCreated", $"ServiceAccount {place}/{name} could not be made: {exception.Message}");
        }
    }

    private async Task BindAsync(string role, string place, string name, CancellationToken cancellationToken)
    {
        var kind = await objects.ResolveAsync($"clusterrolebindings.{Rbac}", cancellationToken) ?? throw new ClusterException(404, "NotFound", "The cluster serves no ClusterRoleBindings.");
        var binding = new JsonObject
        {
            ["apiVersion"] = $"{Rbac}/v1",
            ["kind"] = "ClusterRoleBinding",
            ["metadata"] = new JsonObject { ["name"] = $"legator-agent:{place}:{name}" },
            ["roleRef"] = new JsonObject { ["apiGroup"] = Rbac, ["kind"] = "ClusterRole", ["name"] = role },
            ["subjects"] = new JsonArray(new JsonObject { ["kind"] = "ServiceAccount", ["namespace"] = place, ["name"] = name }),
        };
        try
        {
            await objects.CreateAsync(kind, null, binding, cancellationToken);
        }
        catch (ClusterException exception) when (exception.IsAlreadyExists)
        {
            // An attempt before this one got so far and no further.
        }
    }

    private static ServiceAccount Account(LegatorAgent agent, string place, string name) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name,
            Namespace = place,
            OwnerReferences = agent.Metadata.Uid is { } uid ? [new OwnerReference { ApiVersion = agent.ApiVersion, Kind = agent.Kind, Name = name, Uid = uid }] : null,
        },
        AutomountServiceAccountToken = false,
    };
}
