using Legator.Core.Runs.Events;

namespace Legator.Backends.Journals;

/// <summary>Which events of a group follow each other: such a chain stands or falls with its first event, the only one whose predecessor is stored already.</summary>
internal static class AppendChains
{
    /// <summary>For each request the one that begins its chain in this group.</summary>
    public static AppendRequest[] Bases(IReadOnlyList<AppendRequest> group)
    {
        var bases = new AppendRequest[group.Count];
        var chains = new Dictionary<string, AppendRequest>(group.Count, StringComparer.Ordinal);
        for (var i = 0; i < bases.Length; i++)
        {
            var request = group[i];
            bases[i] = request.Head.Sequence > 0 && chains.TryGetValue(request.Head.Hash, out var first) ? first : request;
            if (request.Event.Data is not RunFinished)
            {
                chains[request.Event.Hash] = bases[i];
            }
        }

        return bases;
    }
}
