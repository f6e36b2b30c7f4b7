namespace Legator.Core.Runs;

/// <summary>Where a run's journal ends.</summary>
/// <param name="Sequence">Sequence of the last event; 0 when there is none.</param>
/// <param name="Hash">Hash of the last event, lower-case hex; 64 zeros when there is none.</param>
public sealed record JournalHead(long Sequence, string Hash)
{
    /// <summary>The head of a run without events.</summary>
    public static JournalHead Empty { get; } = new(0, new string('0', 64));

    /// <summary>The head after <paramref name="last"/>.</summary>
    public static JournalHead After(RunEvent last) => new(last.Sequence, last.Hash);
}
