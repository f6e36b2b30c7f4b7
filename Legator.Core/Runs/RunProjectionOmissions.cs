using Legator.Core.Resources;
using Legator.Core.Resources.Runs;

namespace Legator.Core.Runs;

/// <summary>Counts what the status had no room for, so that its sums stay true.</summary>
internal sealed record RunProjectionOmissions(int Actions = 0, int Blocked = 0, int Escalated = 0)
{
    public RunProjectionOmissions With(ActionRecord action) => new(
        Actions + 1,
        Blocked + (action.Status == ActionStatus.Blocked ? 1 : 0),
        Escalated + (action.Escalation is null ? 0 : 1));

    public IEnumerable<Condition> Conditions(DateTimeOffset time)
    {
        if (Actions > 0)
        {
            yield return new Condition
            {
                Type = "RecordComplete",
                Status = "False",
                Reason = "TooManyActions",
                Message = $"{Actions} further actions are only in the journal: read them with 'legator runs logs'.",
                LastTransitionTime = time,
            };
        }
    }
}
