using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>Where each run stands while a journal is checked.</summary>
internal sealed class RunStates
{
    private readonly Dictionary<RunKey, State> open = [];
    private readonly Dictionary<RunKey, RunMark> removed = [];
    private readonly Dictionary<RunKey, RunMark> retired = [];
    private readonly List<KeyValuePair<RunKey, State>> grown = [];

    /// <summary>Runs whose events were seen.</summary>
    public long Count { get; private set; }

    /// <summary>Runs whose events are gone, as a signed checkpoint says they may be.</summary>
    public long Retired => retired.Count;

    /// <summary>Takes the next event of a run.</summary>
    public void Append(StoredEvent entry, AuditProblems problems)
    {
        if (!open.TryGetValue(entry.Run, out var before))
        {
            open[entry.Run] = before = new State();
            Count++;
        }

        if (entry.Sequence != before.Sequence + 1)
        {
            problems.Add($"Run {entry.Run}: event {before.Sequence + 1} is missing, event {entry.Sequence} stands in its place.");
        }
        else if (!entry.PreviousHash.AsSpan().SequenceEqual(before.Hash))
        {
            problems.Add($"Run {entry.Run}: event {entry.Sequence} does not follow the event before it.");
        }

        (before.Sequence, before.Hash) = (entry.Sequence, entry.Hash);
        if (!before.HasGrown)
        {
            before.HasGrown = true;
            grown.Add(KeyValuePair.Create(entry.Run, before));
        }
    }

    /// <summary>Compares a checkpoint's marks with what was seen.</summary>
    /// <returns>True when the events of all marked runs are there, so that their order can be checked too.</returns>
    public bool Compare(IReadOnlyList<RunMark> marks, string checkpoint, AuditProblems problems)
    {
        var complete = true;
        foreach (var mark in marks)
        {
            if (open.TryGetValue(mark.Run, out var state))
            {
                state.HasGrown = false;
                if (state.Sequence != mark.Sequence || Convert.ToHexStringLower(state.Hash) != mark.Hash)
                {
                    problems.Add($"{checkpoint}: run {mark.Run} ended with event {mark.Sequence} ({mark.Hash[..12]}…), and here ends with event {state.Sequence} ({Convert.ToHexStringLower(state.Hash)[..12]}…).");
                }
            }
            else
            {
                complete = false;
                Missing(mark, checkpoint, problems);
            }
        }

        foreach (var (run, state) in grown)
        {
            if (state.HasGrown)
            {
                problems.Add($"{checkpoint}: run {run} has events that it does not cover.");
                state.HasGrown = false;
            }
        }

        grown.Clear();
        return complete;
    }

    /// <summary>Says which runs are gone that no checkpoint lets go.</summary>
    public void Complete(AuditProblems problems)
    {
        foreach (var mark in removed.Values)
        {
            problems.Add($"Run {mark.Run}: its {mark.Sequence} events are missing.");
        }
    }

    private void Missing(RunMark mark, string checkpoint, AuditProblems problems)
    {
        if (!mark.Retired)
        {
            removed[mark.Run] = mark;
        }
        else if ((removed.Remove(mark.Run, out var known) || retired.TryGetValue(mark.Run, out known)) && (known.Sequence, known.Hash) == (mark.Sequence, mark.Hash))
        {
            // Said twice where the Operator was interrupted between the checkpoint and the removal.
            retired[mark.Run] = mark;
        }
        else
        {
            problems.Add($"{checkpoint}: run {mark.Run} was removed, and did not end with event {mark.Sequence}.");
        }
    }

    /// <summary>The last event of a run that was seen, and whether that was since the last checkpoint.</summary>
    private sealed class State
    {
        private static readonly byte[] None = new byte[32];

        public long Sequence { get; set; }

        public byte[] Hash { get; set; } = None;

        public bool HasGrown { get; set; }
    }
}
