using Legator.Core.Rollbacks;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;

namespace Legator.Runner.Gate;

/// <summary>
/// The one way to the world while a call is judged. What it shows is recorded with the verdict, and a replay of the run is shown the same again: so whatever a verdict, or a sentence of it,
/// rests on besides the snapshot and the journal is asked for here.
/// </summary>
internal abstract class Lookout
{
    /// <summary>Looks and keeps nothing, where no entry of the journal rests on it.</summary>
    public static Lookout Unrecorded { get; } = new OpenLookout();

    /// <summary>What was seen, by question; null for nothing.</summary>
    public abstract IReadOnlyDictionary<string, Sighting>? Saw { get; }

    /// <summary>Asks the world.</summary>
    /// <param name="question">Names what is asked, once for a call.</param>
    /// <param name="look">Looks. What it gives must survive being written as JSON, and holds no secret.</param>
    /// <exception cref="Tools.ToolInputException">The call cannot be prepared because of what was seen.</exception>
    public abstract Task<T?> SeeAsync<T>(string question, Func<Task<T?>> look);

    /// <summary>Does something that may end by its time, which counts as something seen.</summary>
    public abstract Task<T> WithinAsync<T>(string question, Func<Task<T>> work);

    /// <summary>Gathers what a person is shown. The question itself is the record of it.</summary>
    public abstract Task<ApprovalAsk> AskAsync(Func<Task<ApprovalAsk>> ask);

    /// <summary>Makes out how a change is taken back. The intent to make it is the record of it.</summary>
    public abstract Task<ActionRollback?> RollbackAsync(Func<Task<ActionRollback?>> look);

    /// <summary>The same for a part of a call, such as a step of a plan, whose questions are its own.</summary>
    public Lookout Under(string part) => new PartialLookout(this, part);

    /// <summary>The name under which an exception is told of, also where it was thrown when the run was recorded.</summary>
    public static string NameOf(Exception exception) => exception is BrokenLookException broken ? broken.Broke : exception.GetType().Name;
}
