using Legator.Core.Audit;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Sessions;

/// <summary>The tools of the environment's own servers, as the journal has them: what is not in it is not offered.</summary>
internal sealed class OfferedTools(RunScope scope, SessionJournal journal)
{
    /// <summary>A server said that its tools changed.</summary>
    public bool IsStale => scope.Tools is { IsStale: true };

    /// <summary>Offers what the journal has.</summary>
    public void Offer()
    {
        if (journal.State.Tools is { } found)
        {
            scope.Tools?.Offer(found);
        }
    }

    /// <summary>Asks the servers for the first time.</summary>
    public async Task DiscoverAsync(IRunTools tools, CancellationToken cancellationToken)
    {
        await journal.AppendAsync(await tools.DiscoverAsync(scope, cancellationToken));
        Offer();
    }

    /// <summary>Asks them again: what they have now is in the journal before the model is told of it.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var found = await scope.Tools!.DiscoverAsync(scope, cancellationToken);
        if (CanonicalJson.Sha256(found) != CanonicalJson.Sha256(journal.State.Tools))
        {
            await journal.AppendAsync(found);
            Offer();
        }
    }
}
