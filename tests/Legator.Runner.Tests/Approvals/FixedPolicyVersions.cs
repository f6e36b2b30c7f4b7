using Legator.Core.Runs;
using Legator.Runner.Approvals;

namespace Legator.Runner.Tests.Approvals;

/// <summary>An agent and an environment that stay as they are until a test changes them.</summary>
internal sealed class FixedPolicyVersions : IPolicyVersions
{
    public string? Agent { get; set; } = "agent/1";

    public string? Environment { get; set; } = "environment/1";

    public Task<(string? Agent, string? Environment)> ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken) => Task.FromResult((Agent, Environment));
}
