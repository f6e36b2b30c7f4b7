using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Providers;

namespace Legator.Runner.Sessions;

/// <summary>All that a session has around it besides its journal. A replay puts what the journal tells in the place of each, so nothing may reach a session on another way.</summary>
internal interface IRunSurroundings
{
    /// <summary>The run as it was ordered; null when somebody deleted it.</summary>
    Task<LegatorRun?> FindAsync(RunKey run, CancellationToken cancellationToken);

    /// <summary>Looks out for somebody who wants the run to end.</summary>
    /// <param name="ordered">The run as it was found.</param>
    ICancelLookout WatchCancel(LegatorRun ordered);

    /// <summary>Gives back what former runners of the run could not.</summary>
    Task RevokeLeftoversAsync(SessionJournal journal, CancellationToken cancellationToken);

    /// <summary>The line to the run's model.</summary>
    /// <exception cref="ModelUnusableException">There is none.</exception>
    Task<ModelClient> ConnectAsync(RunSnapshot snapshot, ModelSecrets secrets, CancellationToken cancellationToken);

    /// <summary>What holds for all calls of the run.</summary>
    Task<RunScope> CreateScopeAsync(RunSnapshot snapshot, SessionJournal journal, CancellationToken cancellationToken);

    /// <summary>Lets time pass.</summary>
    /// <param name="then">Until when; a time of another machine, perhaps, whose clock is ahead.</param>
    /// <param name="most">No longer than this.</param>
    /// <param name="cancellationToken">The process stops.</param>
    Task WaitUntilAsync(DateTimeOffset then, TimeSpan most, CancellationToken cancellationToken);

    /// <summary>What the prompt tells besides the snapshot, redacted.</summary>
    Task<PromptFacts> PromptFactsAsync(RunSnapshot snapshot, RunScope scope, CancellationToken cancellationToken);
}
