using Microsoft.Extensions.Options;

namespace Legator.Backends.Kubernetes;

internal sealed class ClusterOptionsValidator : IValidateOptions<ClusterOptions>
{
    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        var problems = new List<string>();
        if (options.RequestTimeout < TimeSpan.FromSeconds(1) || options.RequestTimeout > TimeSpan.FromMinutes(10))
        {
            problems.Add("Cluster:RequestTimeout must lie between 00:00:01 and 00:10:00.");
        }

        if (ClusterConfiguration.FindKubeconfig(options) is { } path && !File.Exists(path))
        {
            problems.Add($"Cluster:Kubeconfig (or KUBECONFIG) names '{path}', which does not exist: give the path of a kubeconfig file.");
        }
        else if (ClusterConfiguration.FindKubeconfig(options) is null && !PodAccount.IsHere)
        {
            problems.Add("There is no Kubernetes API to talk to: set Cluster:Kubeconfig (or KUBECONFIG) to the path of a kubeconfig file.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
