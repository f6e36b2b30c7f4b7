using Legator.Core.Runs;

namespace Legator.Runner.Approvals;

/// <summary>Which version of its spec an agent and its environment have now; a run itself works by its snapshot.</summary>
internal interface IPolicyVersions
{
    /// <summary>Uid and generation of both; null for what is not there.</summary>
    Task<(string? Agent, string? Environment)> ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken);
}
