using Legator.Backends.Kubernetes;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Skills;
using Legator.LocalCluster;
using Legator.Runner;
using Legator.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Benchmarks.Calls;

/// <summary>LocalCluster, SQLite journal, queue and a runner in one process, as the embedded set has them, and an agent whose rehearsal writes a note again and again, since looks of one reply go side by side and these do not.</summary>
internal sealed class CallSite : IAsyncDisposable
{
    public const string Tool = "state.set";
    private const int Turns = 8;
    private const int CallsInATurn = 8;
    private const string Namespace = "default";

    private readonly LocalClusterHost _cluster;
    private readonly IHost _host;

    private CallSite(LocalClusterHost cluster, IHost host, string folder) => (_cluster, _host, Folder) = (cluster, host, folder);

    public string Folder { get; }

    public static async Task<CallSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legator-calls-").FullName;
        var cluster = await LocalClusterHost.StartAsync(new LocalClusterOptions { DataDirectory = Path.Combine(folder, "cluster") }, default);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Cluster:Kubeconfig"] = cluster.KubeconfigPath;
        builder.Configuration["ConnectionStrings:journal"] = $"Data Source={Path.Combine(folder, "journal.db")}";
        builder.AddServiceDefaults();
        builder.AddLegatorRunner();
        builder.Logging.ClearProviders();
        var host = builder.Build();
        await host.StartAsync();
        return new CallSite(cluster, host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Makes a run and waits for its end.</summary>
    public async Task<IReadOnlyList<RunEvent>> PlayAsync(string name)
    {
        var run = new RunKey(Namespace, name);
        await _host.Services.GetRequiredService<ResourceClient<LegatorRun>>().CreateAsync(
            new LegatorRun
            {
                Metadata = new ObjectMeta { Name = name, Namespace = Namespace },
                Spec = new LegatorRunSpec { AgentRef = "writer", EnvironmentRef = "lab", Trigger = RunTrigger.Manual, Snapshot = Snapshot().ToJson() },
            },
            default);
        await _host.Services.GetRequiredService<IRunQueue>().EnqueueAsync(new RunQueueEntry(run, RunPriority.Scheduled), default);
        var journal = _host.Services.GetRequiredService<IRunJournal>();
        await foreach (var entry in journal.TailAsync(0, default))
        {
            if (entry.Event.Run == run && entry.Event.Data is RunFinished finished)
            {
                return finished.Phase == "Succeeded" ? await journal.ReadAsync(run, 0, 1000, default) : throw new InvalidOperationException(finished.Message);
            }
        }

        throw new InvalidOperationException("The journal ended.");
    }

    private static RunSnapshot Snapshot()
    {
        var reference = new SkillRef { Name = "writer", Source = "bundled" };
        var calls = string.Join('\n', Enumerable.Repeat($"      - {{tool: {Tool}, arguments: {{key: note, value: seen}}}}", CallsInATurn));
        var turns = string.Join('\n', Enumerable.Repeat($"  - call:\n{calls}", Turns));
        var reading = SkillReader.Read(reference, new SkillFiles(
            "Write down in the note what you have seen.",
            "actions:\n  - {id: write, description: Writes a note., tool: state.set, tier: read}\n",
            $"description: Writes.\nturns:\n{turns}\n  - report: Done.\n"));
        return new RunSnapshot
        {
            Agent = new RunSnapshotAgent
            {
                Namespace = Namespace,
                Name = "writer",
                Uid = "uid",
                Generation = 1,
                Spec = new LegatorAgentSpec { Description = "Writes.", Schedule = new ScheduleSpec(), Model = new ModelSpec(), Skills = [reference], Guardrails = new GuardrailsSpec(), EnvironmentRef = "lab" },
            },
            Environment = new RunSnapshotEnvironment { Name = "lab", Spec = new LegatorEnvironmentSpec() },
            Model = new RunSnapshotModel { Tier = ModelTier.Standard, Provider = "scripted", Model = "m" },
            Skills = [RunSnapshotSkill.From(reading.Skill ?? throw new InvalidOperationException(string.Join(' ', reading.Problems)))],
            Limits = new RunSnapshotLimits { MaxIterations = Turns + 2 },
            Trigger = RunTrigger.Manual,
        };
    }
}
