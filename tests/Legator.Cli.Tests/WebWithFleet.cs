using Legator.Core.Resources;
using Legator.Core.Resources.Agents;

namespace Legator.Cli.Tests;

/// <summary>A started API with three agents: one ready, one broken, one paused.</summary>
public sealed class WebWithFleet : StartedWeb
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Samples.AgentAsync("watchman-light");
        await Samples.AgentAsync("forge", cron: null);
        await Samples.AgentAsync("herald", paused: true, cron: "0 8 * * *");
        await Samples.AgentStatusAsync("watchman-light", new LegatorAgentStatus
        {
            Phase = AgentPhase.Ready,
            RunCount = 16,
            LastRunTime = TimeProvider.System.GetUtcNow().AddMinutes(-130),
        });
        await Samples.AgentStatusAsync("forge", new LegatorAgentStatus
        {
            Phase = AgentPhase.Pending,
            Conditions =
            [
                new Condition
                {
                    Type = "EnvironmentReady",
                    Status = "False",
                    Reason = "EnvironmentNotFound",
                    Message = "spec.environmentRef: there is no LegatorEnvironment 'shop': create it.",
                    LastTransitionTime = DateTimeOffset.UnixEpoch,
                },
            ],
        });
    }
}
