using System.Globalization;
using Legator.Core.Actions;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Replay;

/// <summary>The tool calls of the run, as far as it was replayed, and which of them are under way.</summary>
internal sealed class ReplayCalls
{
    private readonly List<ToolCall> _calls = [];
    private readonly SortedSet<int> _open = [];

    /// <summary>How many calls the newest reply made.</summary>
    public int InLastReply { get; private set; }

    /// <summary>How many calls there are.</summary>
    public int Count => _calls.Count;

    public void Take(RunEventData data)
    {
        switch (data)
        {
            case ModelReplied reply:
                InLastReply = reply.ToolCalls.Count;
                _calls.AddRange(reply.ToolCalls);
                break;
            case ActionIntended intended:
                _open.Add(intended.Seq);
                break;
            case ActionCompleted or ActionInterrupted:
                _open.Remove(RecordedEntries.SeqOf(data)!.Value);
                break;
        }
    }

    /// <summary>The first call under way that is this one.</summary>
    public int? Open(ActionDigest digest, HashSet<int> without)
    {
        foreach (var seq in _open)
        {
            if (!without.Contains(seq) && seq <= _calls.Count && ActionDigest.Of(_calls[seq - 1].Tool, _calls[seq - 1].Arguments) == digest)
            {
                return seq;
            }
        }

        return null;
    }

    /// <summary>The call that an entry is about, as <c>3 kubectl.get</c>; null where it is about none.</summary>
    public string? Describe(RunEventData data) => RecordedEntries.SeqOf(data) is { } seq ? Describe(seq) : null;

    public string Describe(int seq) => seq > 0 && seq <= _calls.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{seq} {_calls[seq - 1].Tool}")
        : seq.ToString(CultureInfo.InvariantCulture);
}
