namespace Legator.Core.Runs;

/// <summary>What became of an action whose runner died between its intent and its outcome.</summary>
public enum InterruptedOutcome
{
    /// <summary>The world shows neither yes nor no. The run cannot succeed.</summary>
    Unknown,

    /// <summary>The world shows that the effect took place.</summary>
    Executed,

    /// <summary>The world shows that the effect did not take place.</summary>
    NotExecuted,

    /// <summary>The action only reads, so it had no effect; its answer is lost and the model may ask anew.</summary>
    ReadLost,
}
