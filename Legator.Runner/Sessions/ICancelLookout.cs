using Legator.Core.Runs.Events;

namespace Legator.Runner.Sessions;

/// <summary>Tells a session that somebody wants its run to end.</summary>
internal interface ICancelLookout : IDisposable
{
    /// <summary>What is recorded of it; null while nobody wants that.</summary>
    RunCancelled? Order { get; }

    /// <summary>Is cancelled once somebody does: a model is not waited for any longer.</summary>
    CancellationToken Wanted { get; }
}
