using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads the end of a container's log.</summary>
internal sealed class KubectlLogsTool(KubernetesResolver resolver) : Tool<KubectlLogsArguments>
{
    private const int DefaultLines = 100;
    private const int MaxLines = 2000;

    public override string Name => "kubectl.logs";

    public override string Description => "Reads the last lines of a pod's log.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlLogsArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (arguments.TailLines is < 1 or > MaxLines)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"tailLines is {arguments.TailLines}.", $"Write a number from 1 to {MaxLines}.");
        }

        var pod = arguments.Name.StartsWith("pod/", StringComparison.OrdinalIgnoreCase) ? arguments.Name[4..] : arguments.Name;
        var target = await resolver.ResolveAsync("pods", pod, arguments.Namespace, false, scope, cancellationToken);
        var actions = KubernetesActions.Of(Name, target, scope);
        return new PreparedCall(actions, (_, token) => ReadAsync(target, arguments, token)) { Observe = target.GetAsync };
    }

    private static async Task<ToolOutput> ReadAsync(KubernetesObject target, KubectlLogsArguments arguments, CancellationToken cancellationToken)
    {
        var query = new LogQuery { Container = arguments.Container, TailLines = arguments.TailLines ?? DefaultLines, Previous = arguments.Previous == true };
        var log = await target.Client.LogsAsync(target.Namespace!, target.Name!, query, cancellationToken, target.Call);
        var text = log.Text.TrimEnd('\n');
        return ToolOutput.Done(text.Length == 0 ? $"The log of {target.Phrase} is empty." : text) with { KeepEnd = true, MaxLines = MaxLines };
    }
}
