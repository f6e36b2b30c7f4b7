using System.Globalization;
using System.Text;
using Legator.ChatOps.Gateway;
using Legator.ChatOps.Telegram;
using Legator.Core.Api;
using Legator.Core.Resources.Runs;

namespace Legator.ChatOps.Commands;

/// <summary>Shows one run: how it went, what was blocked and what it reported.</summary>
internal sealed class RunCommand(LegatorGateway gateway) : IChatCommand
{
    private const int BlockedActions = 5;
    private const int ReportLength = 1500;

    public IReadOnlyList<string> Names => ["/run"];

    public string Help => "/run <id> — one run: how it went and what it reported";

    public async Task<string> AnswerAsync(IReadOnlyList<string> arguments, ChatBinding caller, CancellationToken cancellationToken)
    {
        // namespace/name where a name alone would not do.
        string[] parts = arguments is [var id] ? id.Split('/') : [];
        if (parts.Length is 0 or > 2)
        {
            return "Usage: /run <id>";
        }

        var query = parts.Length == 2 ? $"?namespace={Uri.EscapeDataString(parts[0])}" : "";
        return Describe(await gateway.GetAsync<LegatorRun>(ApiPaths.Run(parts[^1]) + query, cancellationToken));
    }

    private static string Describe(LegatorRun run)
    {
        var status = run.Status;
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Run {run.Metadata.Name}\n")
            .Append(CultureInfo.InvariantCulture, $"Agent: {run.Spec.AgentRef}\n")
            .Append(CultureInfo.InvariantCulture, $"Phase: {status?.Phase ?? RunPhase.Pending}\n")
            .Append(CultureInfo.InvariantCulture, $"Trigger: {run.Spec.Trigger.ToString().ToLowerInvariant()}\n")
            .Append(CultureInfo.InvariantCulture, $"Model: {ModelLabel.Of(run.Spec.ModelUsed)}\n");
        if (status?.Usage is { } usage)
        {
            text.Append(CultureInfo.InvariantCulture, $"Tokens: {Amounts.Tokens(usage.TotalTokens)} · Duration: {Amounts.Duration(TimeSpan.FromMilliseconds(usage.WallClockMs))}\n");
        }

        if (!string.IsNullOrWhiteSpace(status?.Message))
        {
            text.Append(CultureInfo.InvariantCulture, $"{status.Message}\n");
        }

        foreach (var action in (status?.Actions ?? []).Where(a => a.Status is ActionStatus.Blocked or ActionStatus.Denied).Take(BlockedActions))
        {
            text.Append(CultureInfo.InvariantCulture, $"🚫 {action.Tool} {action.Target}: {action.Reason}\n");
        }

        if (!string.IsNullOrWhiteSpace(status?.Report))
        {
            var report = status.Report;
            text.Append(CultureInfo.InvariantCulture, $"\n{(report.Length <= ReportLength ? report : report[..ReportLength] + "…")}");
        }

        return text.ToString().TrimEnd();
    }
}
