using Legator.Core.Runs;

namespace Legator.Backends.Queues;

/// <summary>Waiting entries of one priority: namespaces take turns, so that one with many runs does not keep the others waiting.</summary>
internal sealed class FairLine
{
    private readonly Dictionary<string, LinkedList<RunQueueEntry>> byNamespace = new(StringComparer.Ordinal);
    private readonly LinkedList<string> turns = new();

    public int Count { get; private set; }

    public void Add(RunQueueEntry entry, bool first = false)
    {
        if (!byNamespace.TryGetValue(entry.Run.Namespace, out var line))
        {
            byNamespace[entry.Run.Namespace] = line = new LinkedList<RunQueueEntry>();
            turns.AddLast(entry.Run.Namespace);
        }

        if (first)
        {
            line.AddFirst(entry);
        }
        else
        {
            line.AddLast(entry);
        }

        Count++;
    }

    public RunQueueEntry Take()
    {
        var turn = turns.First!.Value;
        turns.RemoveFirst();
        var line = byNamespace[turn];
        var entry = line.First!.Value;
        line.RemoveFirst();
        if (line.Count > 0)
        {
            turns.AddLast(turn);
        }
        else
        {
            byNamespace.Remove(turn);
        }

        Count--;
        return entry;
    }

    public bool Remove(RunKey run)
    {
        if (!byNamespace.TryGetValue(run.Namespace, out var line) || line.FirstOrDefault(entry => entry.Run == run) is not { } found)
        {
            return false;
        }

        line.Remove(found);
        if (line.Count == 0)
        {
            byNamespace.Remove(run.Namespace);
            turns.Remove(run.Namespace);
        }

        Count--;
        return true;
    }
}
