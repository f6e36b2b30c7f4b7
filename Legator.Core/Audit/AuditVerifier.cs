using System.Buffers;
using System.Security.Cryptography;

namespace Legator.Core.Audit;

/// <summary>
/// Checks a whole journal in one pass: events in the order of their positions, each checkpoint after the events that it covers.
/// Of the events it remembers nothing, only where each run stands.
/// </summary>
/// <param name="keys">The trusted keys.</param>
public sealed class AuditVerifier(ICheckpointVerifier keys)
{
    private readonly RunStates runs = new();
    private readonly AuditProblems problems = new();
    private IncrementalHash order = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private SignedCheckpoint? last;
    private long position;
    private long events;
    private long sinceLast;

    /// <summary>Takes what comes next.</summary>
    public void Take(AuditPart part)
    {
        if (part.Checkpoint is null)
        {
            Take(part.Events);
        }
        else
        {
            Take(part.Checkpoint, part.Marks);
        }
    }

    /// <summary>Ends the check.</summary>
    /// <param name="head">The statement which checkpoint is the newest; null when there is none to be had.</param>
    /// <param name="mayBeBehind">True where the statement may be a moment older than the checkpoints, as in a journal in use; false for a bundle.</param>
    public AuditReport Complete(AuditHead? head, bool mayBeBehind)
    {
        runs.Complete(problems);
        CheckHead(head, mayBeBehind);
        order.Dispose();
        order = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return new AuditReport(problems.IsNone, events, runs.Count, runs.Retired, last?.Checkpoint.Number ?? 0, sinceLast, last?.Checkpoint.Time, problems.All);
    }

    private void Take(IReadOnlyList<StoredEvent> batch)
    {
        var fits = new bool[batch.Count];
        Parallel.For(0, batch.Count, i => fits[i] = batch[i].FitsItsHash());
        AppendOrder(batch);
        for (var i = 0; i < batch.Count; i++)
        {
            Take(batch[i], fits[i]);
        }
    }

    private void Take(SignedCheckpoint checkpoint, IReadOnlyList<RunMark> marks)
    {
        var stated = checkpoint.Checkpoint;
        var name = FormattableString.Invariant($"Checkpoint {stated.Number}");
        CheckStatement(checkpoint, name);
        if (position > stated.Position)
        {
            problems.Add($"{name} covers events up to position {stated.Position}, and stands behind position {position}.");
        }

        if (Checkpoint.MarksDigest(marks) != stated.Marks)
        {
            problems.Add($"{name}: its list of runs is not the one that was signed.");
        }

        var complete = runs.Compare(marks, name, problems);
        var digest = Convert.ToHexStringLower(order.GetHashAndReset());
        if (complete && digest != stated.Order)
        {
            problems.Add($"{name}: the events before it are not those, or not in the order, that was signed.");
        }

        (last, sinceLast) = (checkpoint, 0);
    }

    private void AppendOrder(IReadOnlyList<StoredEvent> batch)
    {
        var hashes = ArrayPool<byte>.Shared.Rent(batch.Sum(entry => entry.Hash.Length));
        var written = 0;
        foreach (var entry in batch)
        {
            entry.Hash.CopyTo(hashes, written);
            written += entry.Hash.Length;
        }

        order.AppendData(hashes, 0, written);
        ArrayPool<byte>.Shared.Return(hashes);
    }

    private void Take(StoredEvent entry, bool fits)
    {
        events++;
        sinceLast++;
        if (entry.Position <= position)
        {
            problems.Add($"Event {entry.Sequence} of run {entry.Run} stands out of order: position {entry.Position} after {position}.");
        }

        position = Math.Max(position, entry.Position);
        if (!fits)
        {
            problems.Add($"Event {entry.Sequence} of run {entry.Run} does not fit its hash: it was changed.");
        }

        runs.Append(entry, problems);
    }

    private void CheckStatement(SignedCheckpoint checkpoint, string name)
    {
        var stated = checkpoint.Checkpoint;
        if (!keys.IsGenuine(stated.Key, stated.Payload(), checkpoint.Signature))
        {
            problems.Add($"{name} is not signed by a trusted key (it names key {stated.Key}).");
        }

        var before = last?.Checkpoint;
        if (stated.Number != (before?.Number ?? 0) + 1)
        {
            problems.Add($"Checkpoint {(before?.Number ?? 0) + 1} is missing: checkpoint {stated.Number} stands in its place.");
        }
        else if (stated.Previous != (before?.Digest() ?? Checkpoint.None))
        {
            problems.Add($"{name} does not follow the checkpoint before it.");
        }

        if (before is not null && (stated.Position < before.Position || stated.Events < before.Events))
        {
            problems.Add($"{name} covers less than the checkpoint before it.");
        }
    }

    private void CheckHead(AuditHead? head, bool mayBeBehind)
    {
        if (head is null)
        {
            problems.Add("The statement which checkpoint is the newest is missing: the end may have been cut off.");
            return;
        }

        if (!keys.IsGenuine(head.Key, head.Payload(), head.Signature))
        {
            problems.Add($"The statement which checkpoint is the newest is not signed by a trusted key (it names key {head.Key}).");
        }

        var number = last?.Checkpoint.Number ?? 0;
        if (head.Number > number)
        {
            problems.Add($"The end was cut off: there were {head.Number} checkpoints on {head.Time:u}, and here are {number}.");
        }
        else if (head.Number == number ? head.Digest != last!.Checkpoint.Digest() : !mayBeBehind)
        {
            problems.Add($"Checkpoint {number} is not the one that was stated to be the newest on {head.Time:u}.");
        }

        if (!mayBeBehind && sinceLast > 0)
        {
            problems.Add($"{sinceLast} events stand behind the last checkpoint, which does not cover them.");
        }
    }
}
