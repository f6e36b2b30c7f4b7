using Legator.Backends.Queues;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Skills;
using Legator.Runner.Tests.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>Everything that outlives a process: runs that were made, the queue, the journal, and what was changed.</summary>
internal sealed class World
{
    private static readonly RunSnapshot Snapshot = Ordered();
    private static readonly LegatorRunSpec Spec = new() { AgentRef = "hello", EnvironmentRef = "lab", Trigger = RunTrigger.Scheduled, Snapshot = Snapshot.ToJson() };
    private readonly FakeTimeProvider _queueTime = new();
    private readonly SortedDictionary<string, Made> _runs = new(StringComparer.Ordinal);

    public World()
    {
        Journal = new SharedJournal(Clock);
        Queue = NewQueue();
    }

    public StandingClock Clock { get; } = new();

    public SharedJournal Journal { get; }

    public IRunQueue Queue { get; private set; }

    /// <summary>How often each change was made.</summary>
    public Dictionary<string, int> Changes { get; } = [];

    public IEnumerable<RunKey> Runs => _runs.Values.Select(r => r.Run);

    /// <summary>True when the Operator has seen every run's end.</summary>
    public bool IsOver => _runs.Values.All(r => r.Ended);

    public LegatorRun? Resource(RunKey run) => _runs.ContainsKey(run.Name) ? new LegatorRun { Metadata = new() { Namespace = run.Namespace, Name = run.Name }, Spec = Spec } : null;

    /// <summary>An Operator makes the run of a slot; the name lets there be one.</summary>
    public void Schedule(string agent, int slot)
    {
        var name = RunNames.ForSlot(new AgentKey("agents", agent), DateTimeOffset.UnixEpoch + TimeSpan.FromMinutes(slot));
        _runs.TryAdd(name, new Made(new RunKey("agents", name), agent, slot));
    }

    /// <summary>The Operator offers what is not finished as far as it knows: of each agent one run, the one that has begun or the oldest.</summary>
    public async Task OfferAsync()
    {
        foreach (var agent in _runs.Values.Where(r => !r.Ended).GroupBy(r => r.Agent))
        {
            var run = agent.OrderBy(r => Journal.Of(r.Run).Count == 0).ThenBy(r => r.Slot).First();
            await Queue.EnqueueAsync(new RunQueueEntry(run.Run, RunPriority.Scheduled), default);
        }
    }

    /// <summary>The projector comes to see which runs have ended.</summary>
    public void Project()
    {
        foreach (var run in _runs.Values)
        {
            run.Ended |= Journal.Of(run.Run) is [.., { Data: RunFinished }];
        }
    }

    public void Advance(TimeSpan by)
    {
        Clock.Advance(by);
        _queueTime.Advance(by);
    }

    /// <summary>The queue forgets everything.</summary>
    public void Flush() => Queue = NewQueue();

    private IRunQueue NewQueue()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_queueTime);
        builder.Services.AddLogging();
        builder.AddRunQueue();
        return builder.Services.BuildServiceProvider().GetRequiredService<IRunQueue>();
    }

    private static RunSnapshot Ordered()
    {
        var snapshot = Models.Snapshot("scripted");
        var sheet = "actions:\n  - {id: change, description: Changes., tool: world.change, tier: service-mutation}\n";
        return snapshot with
        {
            Agent = snapshot.Agent with { Spec = snapshot.Agent.Spec with { Guardrails = new GuardrailsSpec { Autonomy = AutonomyLevel.AutomateSafe, UntrustedInput = UntrustedInput.Allow } } },
            Skills = [RunSnapshotSkill.From(SkillReader.Read(new SkillRef { Name = "change", Source = "bundled" }, new SkillFiles("Change.", sheet, null)).Skill!)],
            Limits = new RunSnapshotLimits { TimeoutMs = (long)TimeSpan.FromDays(1).TotalMilliseconds },
        };
    }

    private sealed record Made(RunKey Run, string Agent, int Slot)
    {
        public bool Ended { get; set; }
    }
}
