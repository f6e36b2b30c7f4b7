namespace Legator.Core.Runs.Events;

/// <summary>The model could not be asked, also after retries.</summary>
/// <param name="Turn">The request that failed.</param>
/// <param name="Message">Why, without secrets.</param>
public sealed record ModelFailed(int Turn, string Message) : RunEventData
{
    /// <summary>What it was asked; null in entries of versions that did not record it.</summary>
    public ModelRequest? Request { get; init; }
}
