namespace Legator.Tests.ModelStandIn;

/// <summary>What the model says next, in no vendor's words.</summary>
/// <param name="Text">Empty for none.</param>
/// <param name="Calls">Tools by the names that the vendor was told.</param>
internal sealed record StandInTurn(string Text, params IReadOnlyList<StandInCall> Calls)
{
    public StandInEnd End { get; init; } = StandInEnd.Done;

    /// <summary>Arguments are no JSON: only a stream can carry them where the vendor's replies hold objects.</summary>
    public bool IsOdd { get; init; }

    public int TokensIn { get; init; } = 100;

    public int TokensOut { get; init; } = 20;

    /// <summary>So many of the tokens in came from the vendor's cache.</summary>
    public int Cached { get; init; }

    /// <summary>So many were written to it.</summary>
    public int Written { get; init; }
}
