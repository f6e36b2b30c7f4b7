using Legator.Core.Runs;

namespace Legator.Operator.Triggers.ClusterEvents;

/// <summary>What happened and agents wait for. It is in memory only: the API keeps Events for an hour, and a new leader reads them again.</summary>
internal sealed class HappeningBox
{
    /// <summary>Most for one agent; the oldest go first.</summary>
    public const int MostWaiting = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<AgentKey, Dictionary<string, Happening>> _boxes = [];

    /// <summary>Something came for an agent.</summary>
    public event Action<AgentKey>? Changed;

    /// <summary>Keeps the latest occurrence of an Event.</summary>
    public void Put(AgentKey agent, Happening happening)
    {
        lock (_gate)
        {
            if (!_boxes.TryGetValue(agent, out var box))
            {
                _boxes[agent] = box = new Dictionary<string, Happening>(StringComparer.Ordinal);
            }

            box[happening.Uid] = happening;
            if (box.Count > MostWaiting)
            {
                box.Remove(box.MinBy(entry => entry.Value.Time).Key);
            }
        }

        Changed?.Invoke(agent);
    }

    /// <summary>What waits for an agent, the oldest first.</summary>
    public IReadOnlyList<Happening> Of(AgentKey agent)
    {
        lock (_gate)
        {
            return _boxes.TryGetValue(agent, out var box) ? [.. box.Values.OrderBy(item => item.Time).ThenBy(item => item.Uid, StringComparer.Ordinal)] : [];
        }
    }

    /// <summary>Takes out what needs no run any more; a later occurrence of the same Event stays.</summary>
    public void Remove(AgentKey agent, IEnumerable<Happening> done)
    {
        lock (_gate)
        {
            if (!_boxes.TryGetValue(agent, out var box))
            {
                return;
            }

            foreach (var happening in done.Where(happening => box.TryGetValue(happening.Uid, out var kept) && kept.Id == happening.Id))
            {
                box.Remove(happening.Uid);
            }

            if (box.Count == 0)
            {
                _boxes.Remove(agent);
            }
        }
    }
}
