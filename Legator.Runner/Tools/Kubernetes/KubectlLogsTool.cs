using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Dynamic;
using Legator.Core.Guardrails;
using Legator.Core.Scheduling;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Kubernetes;

/// <summary>Reads the end of a container's log.</summary>
internal sealed class KubectlLogsTool(KubernetesResolver resolver) : Tool<KubectlLogsArguments>
{
    private const int DefaultLines = 100;
    private const int MaxLines = 2000;

    public override string Name => "kubectl.logs";

    public override string Description => "Reads the last lines of a pod's log; of a workload (deploy/web, job/backup), of one of its pods.";

    protected override async Task<PreparedCall> PrepareAsync(KubectlLogsArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (arguments.TailLines is < 1 or > MaxLines)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"tailLines is {arguments.TailLines}.", $"Write a number from 1 to {MaxLines}.");
        }

        var query = new LogQuery
        {
            Container = arguments.Container,
            TailLines = arguments.TailLines ?? DefaultLines,
            Previous = arguments.Previous == true,
            Timestamps = arguments.Timestamps == true,
            Since = Since(arguments.Since),
        };
        var (target, note) = await resolver.FindAsync(arguments.Name, arguments.Namespace, scope, cancellationToken);
        var asked = new JsonObject { ["container"] = query.Container, ["previous"] = query.Previous, ["since"] = arguments.Since, ["tail"] = query.TailLines, ["timestamps"] = query.Timestamps };
        return ClusterAnswers.On(target, KubernetesActions.Of(Name, target, scope, asked), (_, token) => ReadAsync(target, note, query, token));
    }

    private static async Task<ToolOutput> ReadAsync(KubernetesObject target, string? note, LogQuery query, CancellationToken cancellationToken)
    {
        var log = await target.Client.LogsAsync(target.Namespace!, target.Name!, query, cancellationToken, target.Call);
        var text = log.Text.TrimEnd('\n');
        text = log.Truncated ? OutputBounds.CutBefore(text) : text;
        return ToolOutput.Done((note is null ? "" : note + "\n") + (text.Length == 0 ? $"The log of {target.Phrase} is empty." : text)) with { KeepEnd = true, MaxLines = MaxLines };
    }

    private static TimeSpan? Since(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var isDuration = GoDuration.TryParse(text, out var since, out var problem);
        return isDuration && since > TimeSpan.Zero
            ? since
            : throw new ToolInputException(GuardrailReason.InvalidArguments, isDuration ? $"since is {text}, which is nothing." : $"since: {problem}.", "Write a duration such as 90s, 10m or 2h.");
    }
}
