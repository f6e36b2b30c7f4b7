using Legator.Backends.Kubernetes;
using Legator.Core.Delegation;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Delegation;
using Legator.ServiceDefaults.Connectivity;

namespace Legator.Runner.Prompts;

/// <summary>Finds out what is news to an agent. A run that is not told of an answer can still ask for it, so nothing here ends a run.</summary>
internal sealed partial class NewsReader(TaskBoard board, ResourceClient<LegatorAgent> agents, ResourceClient<LegatorRun> runs, ConnectivityCheck connectivity, ILogger<NewsReader> logger) : INewsReader
{
    private const int MostAnswers = 10;

    public async Task<PromptNews> ReadAsync(RunScope scope, LegatorEnvironmentSpec environment, CancellationToken cancellationToken)
    {
        var looking = connectivity.LookAsync(environment, cancellationToken);
        var answers = scope.Sheet.MayDeclare(AgentTasks.DelegateTool) ? await AnswersAsync(scope, cancellationToken) : [];
        var network = await looking;
        if (network is { IsWell: false })
        {
            Log.NotReachable(logger, scope.Run, string.Join(", ", network.Unreachable.Select(endpoint => endpoint.Name)), network.Mesh);
        }

        return new PromptNews { Answers = answers, Network = network };
    }

    /// <summary>Answers that came since the agent's last run began; that run may have heard of some of them.</summary>
    private async Task<IReadOnlyList<AgentEvent>> AnswersAsync(RunScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var over = (await board.GivenAsync(scope, cancellationToken)).Where(task => task.Status?.Task is { FinishedAt: not null } status && EventLife.IsFinal(status.State)).ToList();
            if (over.Count == 0)
            {
                return [];
            }

            var since = await LastRunAsync(scope.Agent, cancellationToken);
            return [.. over.Where(task => task.Status!.Task!.FinishedAt >= since).OrderByDescending(task => task.Status!.Task!.FinishedAt).Take(MostAnswers)];
        }
        catch (ClusterException exception)
        {
            Log.AnswersUnreadable(logger, scope.Run, exception.Message);
            return [];
        }
    }

    private async Task<DateTimeOffset> LastRunAsync(AgentKey agent, CancellationToken cancellationToken) =>
        await agents.GetAsync(agent.Namespace, agent.Name, cancellationToken) is { Status.LastRunName: { Length: > 0 } last }
        && await runs.GetAsync(agent.Namespace, last, cancellationToken) is { Status.StartTime: { } started }
            ? started
            : DateTimeOffset.UnixEpoch;

    private static partial class Log
    {
        [LoggerMessage(1312, LogLevel.Warning, "Run {Run} begins, and these endpoints do not answer: {Endpoints} {Mesh}")]
        public static partial void NotReachable(ILogger logger, RunKey run, string endpoints, string? mesh);

        [LoggerMessage(1311, LogLevel.Warning, "Run {Run} is not told of answers to its agent's tasks: {Problem}")]
        public static partial void AnswersUnreadable(ILogger logger, RunKey run, string problem);
    }
}
