using Legator.Core.Runs;

namespace Legator.Runner.Gate;

/// <summary>The journal of the run, for facts that are neither an action nor a reply.</summary>
internal interface IRunRecord
{
    /// <summary>Records a fact; durable when the task ends.</summary>
    /// <exception cref="JournalConflictException">Another runner holds the run.</exception>
    Task AppendAsync(RunEventData data);
}
