namespace Legator.Core.Runs;

/// <summary>The append-only record of all runs. What <see cref="AppendAsync"/> returned is durable. Every method may throw <see cref="JournalUnavailableException"/>.</summary>
public interface IRunJournal
{
    /// <summary>Appends the next event of a run and links it to the chain.</summary>
    /// <param name="run">The run.</param>
    /// <param name="head">The head that the caller last saw; <see cref="JournalHead.Empty"/> for a new run.</param>
    /// <param name="data">What happened.</param>
    /// <param name="cancellationToken">Gives the wait up; the event may still be appended.</param>
    /// <returns>The event as stored.</returns>
    /// <exception cref="JournalConflictException">Somebody else appended to this run since: the caller no longer holds it and must stop.</exception>
    Task<RunEvent> AppendAsync(RunKey run, JournalHead head, RunEventData data, CancellationToken cancellationToken);

    /// <summary>Appends events of a run that follow each other, each as <see cref="AppendAsync"/> would; a storage may make all of them durable at once.</summary>
    /// <param name="run">The run.</param>
    /// <param name="head">The head that the caller last saw.</param>
    /// <param name="data">What happened, in order.</param>
    /// <param name="cancellationToken">Gives the wait up; events may still be appended.</param>
    /// <returns>The events as stored.</returns>
    /// <exception cref="JournalConflictException">Somebody else appended to this run since; what follows the conflict is not appended.</exception>
    async Task<IReadOnlyList<RunEvent>> AppendAllAsync(RunKey run, JournalHead head, IReadOnlyList<RunEventData> data, CancellationToken cancellationToken)
    {
        var stored = new List<RunEvent>(data.Count);
        foreach (var next in data)
        {
            stored.Add(await AppendAsync(run, stored is [.., var last] ? JournalHead.After(last) : head, next, cancellationToken));
        }

        return stored;
    }

    /// <summary>Reads a run's events in order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="afterSequence">0 for all.</param>
    /// <param name="limit">At most so many events.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<RunEvent>> ReadAsync(RunKey run, long afterSequence, int limit, CancellationToken cancellationToken);

    /// <summary>The run's last event; <see cref="JournalHead.Empty"/> when it has none.</summary>
    Task<JournalHead> HeadAsync(RunKey run, CancellationToken cancellationToken);

    /// <summary>Follows all runs' events in commit order and never ends by itself.</summary>
    /// <param name="afterPosition">Position of the last event already seen; 0 for all.</param>
    /// <param name="cancellationToken">Ends the tail.</param>
    IAsyncEnumerable<JournalEntry> TailAsync(long afterPosition, CancellationToken cancellationToken);

    /// <summary>Position of an event before a time, so that a tail from there misses nothing that happened since; 0 for the beginning.</summary>
    /// <param name="time">The time. Clocks of runners differ: give a little more than is wanted.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<long> PositionBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Position of the newest event; 0 for an empty journal.</summary>
    Task<long> PositionAsync(CancellationToken cancellationToken);
}
