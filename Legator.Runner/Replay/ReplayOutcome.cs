namespace Legator.Runner.Replay;

/// <summary>What a replay showed.</summary>
public enum ReplayOutcome
{
    /// <summary>The present build decides the same, and comes to the same hash.</summary>
    Identical,

    /// <summary>At one step the present build comes to something else, or the recording contradicts itself there.</summary>
    Different,

    /// <summary>The recording does not fit its own hashes: somebody changed it after it was written.</summary>
    Altered,
}
