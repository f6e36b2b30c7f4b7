using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Work;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Clusters;

/// <summary>Finds the cluster of a run: the one that Legator works with, or the one of the environment's kubeconfig. Never the one for want of the other.</summary>
internal sealed class RunClusters(DynamicClient home, ResourceClient<ServiceAccount> accounts, SecretReader secrets, IOptions<RunnerOptions> options, TimeProvider time)
{
    /// <summary>The cluster; nothing is asked of it yet.</summary>
    /// <param name="snapshot">The run's snapshot.</param>
    /// <param name="known">Gets to know what must not be written of the way to the cluster.</param>
    /// <param name="resources">Closes connections with the run.</param>
    /// <param name="cancellationToken">Ends the reading of the kubeconfig.</param>
    public async Task<IRunCluster> OfAsync(RunSnapshot snapshot, RunSecrets known, RunResources resources, CancellationToken cancellationToken)
    {
        var agent = snapshot.Agent.Key;
        var named = snapshot.Agent.Spec.ServiceAccountName is { Length: > 0 } name ? name : null;
        if (snapshot.Environment.Spec.Connection is not { Kind: ConnectionKind.Kubeconfig } connection)
        {
            var account = new AgentAccount(accounts, agent, named ?? agent.Name, time);
            return new HomeCluster(home, account, ClusterAccess.ManagerOf(agent.Name), Previewer());
        }

        var (text, secret, problem) = await ReadAsync(connection.Kubeconfig, agent.Namespace, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        try
        {
            var kubeconfig = Kubeconfig.Read(text);
            known.Add(kubeconfig.Secrets);
            return new RemoteCluster(kubeconfig, secret, agent, named, resources, time);
        }
        catch (KubeconfigException exception)
        {
            return new UnusableCluster($"The kubeconfig in Secret '{secret}' cannot be used: {exception.Message}.", "Somebody must correct it.");
        }
    }

    private ClusterCall? Previewer() => options.Value.Previewer.Split('/') is [{ Length: > 0 } place, { Length: > 0 } name]
        ? ClusterAccess.Bounds with { ImpersonateUser = ClusterCall.As(place, name).ImpersonateUser }
        : null;

    private async Task<(string Text, string Secret, UnusableCluster? Problem)> ReadAsync(KubeconfigRef? reference, string inNamespace, CancellationToken cancellationToken)
    {
        try
        {
            var fields = await secrets.ReadAsync("The kubeconfig of the environment", "spec.connection.kubeconfig.secretRef", reference?.SecretRef, inNamespace, cancellationToken);
            return fields.TryGetValue(reference!.Key, out var text)
                ? (text, reference.SecretRef, null)
                : ("", reference.SecretRef, new UnusableCluster($"The kubeconfig of the environment cannot be had: Secret '{reference.SecretRef}' has no field '{reference.Key}'.", "Somebody must put it there."));
        }
        catch (CredentialException exception)
        {
            return ("", "", new UnusableCluster(exception.Message, "Somebody must see to it."));
        }
    }
}
