using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Sessions;

/// <summary>The journal of one run as its runner writes it: an event counts for the session once it is durable, and not before.</summary>
internal sealed class SessionJournal : IRunRecord
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim _appending = new(1, 1);
    private readonly IRunJournal _journal;

    private SessionJournal(IRunJournal journal, RunKey run) => (_journal, Run) = (journal, run);

    public RunKey Run { get; }

    public SessionState State { get; } = new();

    /// <summary>True once this runner has said that it works on the run.</summary>
    public bool IsTakenUp { get; set; }

    /// <summary>Is told of each event once it is durable.</summary>
    public Action<RunEvent>? Recorded { get; set; }

    /// <summary>Reads a run's whole journal.</summary>
    public static async Task<SessionJournal> OpenAsync(IRunJournal journal, RunKey run, CancellationToken cancellationToken)
    {
        var session = new SessionJournal(journal, run);
        while (true)
        {
            var page = await journal.ReadAsync(run, session.State.Head.Sequence, PageSize, cancellationToken);
            foreach (var next in page)
            {
                session.State.Apply(next);
            }

            if (page.Count < PageSize)
            {
                return session;
            }
        }
    }

    /// <summary>Records a fact. The wait is never given up: an event whose fate is unknown could not be followed by another.</summary>
    /// <exception cref="JournalConflictException">Another runner holds the run.</exception>
    public Task AppendAsync(RunEventData data) => AppendAllAsync(data);

    /// <summary>Records facts that follow each other, which may cost no more than one.</summary>
    /// <exception cref="JournalConflictException">Another runner holds the run.</exception>
    public async Task AppendAllAsync(params IReadOnlyList<RunEventData> data)
    {
        // Credentials that are opened side by side have something to record side by side.
        await _appending.WaitAsync();
        try
        {
            foreach (var next in await _journal.AppendAllAsync(Run, State.Head, data, CancellationToken.None))
            {
                State.Apply(next);
                Recorded?.Invoke(next);
            }
        }
        finally
        {
            _appending.Release();
        }
    }
}
