namespace Legator.Runner.Sessions;

/// <summary>How a session learns that its process stops.</summary>
/// <param name="Requested">Finish the step and hand the run back. A model that is being asked is not waited for: asking it again has no effect on the world.</param>
/// <param name="Abandon">The step took too long: leave it, even if that leaves an intent without an outcome.</param>
internal sealed record SessionStop(CancellationToken Requested, CancellationToken Abandon);
