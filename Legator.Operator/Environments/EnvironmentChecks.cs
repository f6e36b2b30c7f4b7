using Legator.Core.Resources.Environments;
using Legator.Operator.Secrets;

namespace Legator.Operator.Environments;

/// <summary>Whether an environment can be used. Each problem names the field and the fix.</summary>
internal sealed class EnvironmentChecks(SecretPresence secrets, ClusterCheck cluster)
{
    /// <summary>Everything that is wrong; empty when it can be used.</summary>
    public async Task<IReadOnlyList<EnvironmentProblem>> CheckAsync(LegatorEnvironment environment, CancellationToken cancellationToken)
    {
        var problems = new List<EnvironmentProblem>(EnvironmentFields.Problems(environment.Spec).Select(message => new EnvironmentProblem(message, true)));
        foreach (var secret in EnvironmentSecrets.Of(environment.Spec))
        {
            if (string.IsNullOrEmpty(secret.Name))
            {
                problems.Add(new EnvironmentProblem($"{secret.Field}: is not set: name the Secret that holds the credential", secret.Needed));
            }
            else if (await secrets.MissingAsync(environment.Metadata.Namespace ?? "", secret.Name, secret.Key, cancellationToken) is { } missing)
            {
                problems.Add(new EnvironmentProblem($"{secret.Field}: {missing}", secret.Needed));
            }
        }

        if (await cluster.ProblemAsync(environment, cancellationToken) is { } problem)
        {
            problems.Add(new EnvironmentProblem(problem, true));
            secrets.Watch(environment.Metadata.Namespace ?? "", environment.Spec.Connection!.Kubeconfig!.SecretRef);
        }

        return problems;
    }
}
