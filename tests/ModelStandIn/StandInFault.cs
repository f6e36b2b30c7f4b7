namespace Legator.Tests.ModelStandIn;

/// <summary>What goes wrong with a request that a vendor would take.</summary>
/// <param name="Status">What it is answered with; null where the connection fails.</param>
/// <param name="RetryAfter">Seconds that the vendor asks to wait; null for none.</param>
internal sealed record StandInFault(int? Status, string? RetryAfter = null)
{
    /// <summary>The connection ends before an answer.</summary>
    public static StandInFault Dropped { get; } = new(null, null);

    /// <summary>The connection ends in the middle of the answer.</summary>
    public static StandInFault BrokenOff { get; } = new(200) { Pieces = 2 };

    /// <summary>So many pieces of a streamed reply are sent before it ends.</summary>
    public int Pieces { get; init; }

    /// <summary>Nothing follows, and the connection stays.</summary>
    public bool Stalls { get; init; }

    /// <summary>The vendor tells in the middle of a streamed reply that it cannot go on.</summary>
    public bool TellsOfAnError { get; init; }
}
