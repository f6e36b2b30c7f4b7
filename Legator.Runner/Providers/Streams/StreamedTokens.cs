namespace Legator.Runner.Providers.Streams;

/// <summary>Counts what a reply has had of its tokens, as far as that can be told from outside.</summary>
internal sealed class StreamedTokens
{
    private long _pieces;
    private long _characters;

    /// <summary>About so many: a token has some four characters.</summary>
    public long Estimate => (_characters + 3) / 4;

    /// <summary>A piece of text, thought or arguments has come.</summary>
    public void Add(string? piece)
    {
        if (piece is { Length: > 0 })
        {
            (_pieces, _characters) = (_pieces + 1, _characters + piece.Length);
        }
    }

    /// <summary>True when the vendor must have gone past the limit that it was told: no text has eight characters a token, and where every token is a piece of its own, few have five.</summary>
    public bool Exceed(long limit) => _characters > 8 * limit || (_pieces > limit && _characters > 5 * limit);
}
