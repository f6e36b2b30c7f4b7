using Legator.Backends.Kubernetes;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Legator.Runner.Tests.Scenarios;

/// <summary>Runs as somebody orders them from a runner, and what becomes of them.</summary>
internal static class OrderedRuns
{
    public const string Namespace = "agents";

    private const int MostEvents = 10_000;

    /// <summary>A run that nobody has stored yet.</summary>
    public static LegatorRun Of(string name, RunSnapshot snapshot) => new()
    {
        Metadata = new() { Name = name, Namespace = Namespace },
        Spec = new LegatorRunSpec { AgentRef = "hello", EnvironmentRef = "lab", Trigger = RunTrigger.Manual, Snapshot = snapshot.ToJson() },
    };

    public static Task<LegatorRun> StoreAsync(this IHost host, string name, RunSnapshot snapshot) =>
        host.Services.GetRequiredService<ResourceClient<LegatorRun>>().CreateAsync(Of(name, snapshot), default);

    public static async Task<RunKey> OrderAsync(this IHost host, string name, RunSnapshot snapshot)
    {
        await host.StoreAsync(name, snapshot);
        return new RunKey(Namespace, name);
    }

    /// <summary>A session of this runner, without a queue.</summary>
    public static Task<SessionEnd> SessionAsync(this IHost host, RunKey run) => host.Services.GetRequiredService<RunSessions>().RunAsync(run, new SessionStop(default, default));

    /// <summary>Has this runner work on the run to its end.</summary>
    public static async Task<IReadOnlyList<RunEvent>> PlayAsync(this IHost host, RunKey run)
    {
        (await host.SessionAsync(run)).ShouldBe(SessionEnd.Finished);
        return await host.EventsAsync(run);
    }

    public static Task<IReadOnlyList<RunEvent>> EventsAsync(this IHost host, RunKey run) => host.Services.GetRequiredService<IRunJournal>().ReadAsync(run, 0, MostEvents, default);

    /// <summary>Waits until whoever works on the run has ended it.</summary>
    public static Task<IReadOnlyList<RunEvent>> EndedAsync(this IHost host, RunKey run) =>
        Eventually.BecomesAsync($"run {run} is over", () => host.EventsAsync(run), events => events is [.., { Data: RunFinished }]);
}
