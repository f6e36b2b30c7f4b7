using System.Globalization;
using System.Text;
using Legator.ChatOps.Gateway;
using Legator.ChatOps.Telegram;
using Legator.Core.Api;

namespace Legator.ChatOps.Commands;

/// <summary>How things stand, and the latest runs.</summary>
internal sealed class StatusCommand(LegatorGateway gateway) : IChatCommand
{
    private const int Runs = 3;
    private const int Problems = 3;

    public IReadOnlyList<string> Names => ["/status"];

    public string Help => "/status — how things stand";

    public async Task<string> AnswerAsync(IReadOnlyList<string> arguments, ChatBinding caller, CancellationToken cancellationToken)
    {
        var report = await gateway.GetAsync<StatusReport>(ApiPaths.Status, cancellationToken);
        var runs = await gateway.GetAsync<RunList>(string.Create(CultureInfo.InvariantCulture, $"{ApiPaths.Runs}?limit={Runs}"), cancellationToken);
        var text = new StringBuilder("Legator Status\n")
            .Append(CultureInfo.InvariantCulture, $"State: {report.State} — {report.Message}\n")
            .Append(CultureInfo.InvariantCulture, $"Agents: {report.Agents.Total} total · {report.Agents.Ready} ready\n")
            .Append(CultureInfo.InvariantCulture, $"Runs: {report.Runs.Total} total · {report.Runs.Succeeded} succeeded · {report.Runs.Failed} failed · {report.Runs.Running} running\n");
        foreach (var problem in report.Problems.Take(Problems))
        {
            text.Append(CultureInfo.InvariantCulture, $"⚠ {problem.Kind} {problem.Name}: {problem.Message}\n");
        }

        text.Append("Recent runs:");
        foreach (var run in runs.Runs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {run.Name} · {run.Agent} · {run.Phase}");
        }

        return runs.Runs.Count == 0 ? text.Append(" none").ToString() : text.ToString();
    }
}
