using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>Tools that belong to one run, because its environment brings them along. What they are is written into the run's journal before anybody is offered them.</summary>
internal interface IRunTools
{
    /// <summary>The tools as models are told of them, sorted by name; none before <see cref="Offer"/>.</summary>
    IReadOnlyList<ToolDeclaration> Declarations { get; }

    /// <summary>True when what is offered may have changed since it was found.</summary>
    bool IsStale { get; }

    /// <summary>The tool of exactly that name; null when it is not offered.</summary>
    Tool? Find(string name);

    /// <summary>Looks which tools there are. Takes a bounded time, and never fails: what cannot be reached is named in the answer.</summary>
    Task<ToolsDiscovered> DiscoverAsync(RunScope scope, CancellationToken cancellationToken);

    /// <summary>Offers what the journal says, and nothing else.</summary>
    void Offer(ToolsDiscovered found);
}
