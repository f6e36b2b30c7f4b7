namespace Legator.Operator.Notifications.Channels;

/// <summary>What came of one attempt.</summary>
/// <param name="Problem">Why it failed, as a sentence without secrets; null when the receiver took it.</param>
internal sealed record Delivery(string? Problem)
{
    /// <summary>The receiver took it.</summary>
    public static Delivery Done { get; } = new((string?)null);

    /// <summary>How long the receiver wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when another attempt can only fail the same way.</summary>
    public bool IsFinal { get; init; }
}
