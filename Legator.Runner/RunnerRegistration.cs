using Legator.Backends.Journals;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Queues;
using Legator.Core.Resources;
using Legator.Core.Runs;
using Legator.Runner.Cancels;
using Legator.Runner.Clusters;
using Legator.Runner.Credentials;
using Legator.Runner.Credentials.Vault;
using Legator.Runner.Gate;
using Legator.Runner.Prompts;
using Legator.Runner.Providers;
using Legator.Runner.Sessions;
using Legator.Runner.Tools;
using Legator.Runner.Work;
using Legator.ServiceDefaults.Connectivity;
using Microsoft.Extensions.Options;

namespace Legator.Runner;

/// <summary>Adds a runner to a process.</summary>
public static class RunnerRegistration
{
    /// <summary>Adds everything that works on runs: queue and journal in, tools and models out. Settings: section <c>Runner</c>.</summary>
    public static IHostApplicationBuilder AddLegatorRunner(this IHostApplicationBuilder builder)
    {
        builder.AddCluster().AddRunJournal().AddRunQueue().AddConnectivity();
        builder.Services.AddOptions<RunnerOptions>().BindConfiguration(RunnerOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RunnerOptions>, RunnerOptionsValidator>();
        builder.Services.AddToolGate().AddTools().AddModelProviders();
        builder.Services.AddSingleton<SecretReader>();
        builder.Services.AddSingleton<EnvironmentCredentials>().AddVault();
        builder.Services.AddSingleton<IAgentMemory, AgentMemory>();
        builder.Services.AddSingleton<INewsReader, NewsReader>();
        builder.Services.AddSingleton<RunClusters>();
        builder.Services.AddSingleton<RunScopes>();
        builder.AddInformer<CancelledRun>(options => options.LabelSelector = $"{LegatorApi.CancelLabel}=true");
        builder.Services.AddSingleton<IRunSurroundings, RunSurroundings>();
        builder.Services.AddSingleton<RunSessions>();

        // The worker is made before settings are checked; what it needs is made after, so that all problems are told at once.
        builder.Services.AddSingleton(provider => new Lazy<RunSessions>(provider.GetRequiredService<RunSessions>));
        builder.Services.AddSingleton(provider => new Lazy<IRunQueue>(provider.GetRequiredService<IRunQueue>));
        builder.Services.AddSingleton<RunnerMetrics>();
        builder.Services.AddSingleton<MemoryRoom>();
        builder.Services.AddSingleton(provider => new Lazy<IRunJournal>(provider.GetRequiredService<IRunJournal>));
        builder.Services.AddHostedService<JournalLookout>();
        builder.Services.AddHostedService<RunWorker>();
        return builder;
    }
}
