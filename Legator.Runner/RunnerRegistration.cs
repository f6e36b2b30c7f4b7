using Legator.Backends.Journals;
using Legator.Backends.Kubernetes;
using Legator.Backends.Queues;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Prompts;
using Legator.Runner.Providers;
using Legator.Runner.Sessions;
using Legator.Runner.Tools;
using Legator.Runner.Work;

namespace Legator.Runner;

/// <summary>Adds a runner to a process.</summary>
public static class RunnerRegistration
{
    /// <summary>Adds everything that works on runs: queue and journal in, tools and models out. Settings: section <c>Runner</c>.</summary>
    public static IHostApplicationBuilder AddLegatorRunner(this IHostApplicationBuilder builder)
    {
        builder.AddCluster().AddRunJournal().AddRunQueue();
        builder.Services.AddOptions<RunnerOptions>().BindConfiguration(RunnerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddToolGate().AddTools().AddModelProviders();
        builder.Services.AddSingleton<SecretReader>();
        builder.Services.AddSingleton<EnvironmentCredentials>();
        builder.Services.AddSingleton<AgentMemory>();
        builder.Services.AddSingleton<RunScopes>();
        builder.Services.AddSingleton<RunSessions>();
        builder.Services.AddHostedService<RunWorker>();
        return builder;
    }
}
