using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Core.Approvals;

/// <summary>All questions of a run to people. The journal alone says what was asked and what was decided: an ApprovalRequest only shows it.</summary>
public sealed class RunApprovals
{
    private const int PageSize = 500;

    private readonly Dictionary<int, ActionJudged> _judged = [];
    private readonly List<RunApproval> _all = [];

    /// <summary>The questions in order.</summary>
    public IReadOnlyList<RunApproval> All => _all;

    /// <summary>Where the journal ended when it was read.</summary>
    public JournalHead Head { get; private set; } = JournalHead.Empty;

    /// <summary>True when the run is over.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Reads a run's journal.</summary>
    /// <exception cref="JournalUnavailableException">The journal gives no answer.</exception>
    public static async Task<RunApprovals> ReadAsync(IRunJournal journal, RunKey run, CancellationToken cancellationToken)
    {
        var approvals = new RunApprovals();
        while (true)
        {
            var page = await journal.ReadAsync(run, approvals.Head.Sequence, PageSize, cancellationToken);
            foreach (var next in page)
            {
                approvals.Take(next);
            }

            if (page.Count < PageSize)
            {
                return approvals;
            }
        }
    }

    /// <summary>The question of a name; null when the run never asked it.</summary>
    public RunApproval? Find(string request) => _all.Find(a => a.Asked.Request == request);

    private void Take(RunEvent next)
    {
        Head = JournalHead.After(next);
        switch (next.Data)
        {
            case ActionJudged judged:
                _judged[judged.Seq] = judged;
                break;
            case ApprovalRequested asked when _judged.TryGetValue(asked.Seq, out var judged):
                _all.Add(new RunApproval(next.Run, asked, next.Time, judged) { Entry = next.Hash });
                break;
            case ApprovalDecided decided:
                Close(decided.Request, a => a with { Decided = decided, ClosedAt = next.Time });
                break;
            case ApprovalExpired expired:
                Close(expired.Request, a => a with { Expired = true, ClosedAt = next.Time });
                break;
            case RunFinished:
                IsFinished = true;
                Close(null, a => a with { Abandoned = true, ClosedAt = next.Time });
                break;
        }
    }

    private void Close(string? request, Func<RunApproval, RunApproval> change)
    {
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[i].IsOpen && (request is null || _all[i].Asked.Request == request))
            {
                _all[i] = change(_all[i]);
            }
        }
    }
}
