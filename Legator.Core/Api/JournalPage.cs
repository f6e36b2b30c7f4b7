using Legator.Core.Runs;

namespace Legator.Core.Api;

/// <summary>Events of one run's journal, in order.</summary>
/// <param name="Namespace">Namespace of the run.</param>
/// <param name="Run">Name of the run.</param>
/// <param name="Events">The page.</param>
/// <param name="Head">Where the journal ends; sequence 0 when nothing was written yet.</param>
/// <param name="Chain">What checking the whole chain showed.</param>
/// <param name="Complete">True when the run's last event is there, so that nothing will follow.</param>
/// <param name="Next">Value of <c>after</c> for the next page; null on the last.</param>
public sealed record JournalPage(
    string Namespace,
    string Run,
    IReadOnlyList<RunEvent> Events,
    JournalHead Head,
    ChainReport Chain,
    bool Complete,
    long? Next = null);
