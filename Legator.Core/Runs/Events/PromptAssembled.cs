namespace Legator.Core.Runs.Events;

/// <summary>The first messages of the conversation, as the model got them.</summary>
/// <param name="System">System prompt.</param>
/// <param name="User">First user message.</param>
public sealed record PromptAssembled(string System, string User) : RunEventData
{
    /// <summary>What was told besides the snapshot; null for nothing.</summary>
    public PromptFacts? Facts { get; init; }
}
