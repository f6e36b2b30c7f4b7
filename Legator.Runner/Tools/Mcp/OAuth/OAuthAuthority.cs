namespace Legator.Runner.Tools.Mcp.OAuth;

/// <summary>What an authorization server says of itself (RFC 8414 or OpenID Connect discovery). A list that is null was not said.</summary>
internal sealed record OAuthAuthority
{
    /// <summary>Its identifier.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where tokens come from.</summary>
    public required Uri Token { get; init; }

    /// <summary>Where codes come from; null where it has none.</summary>
    public Uri? Authorization { get; init; }

    /// <summary>Where a client registers itself; null where it cannot.</summary>
    public Uri? Registration { get; init; }

    /// <summary>Its grants.</summary>
    public IReadOnlyList<string>? Grants { get; init; }

    /// <summary>How a client may say who it is when it asks for a token.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Algorithms of a client's signature.</summary>
    public IReadOnlyList<string>? Algorithms { get; init; }

    /// <summary>Whether a code can be bound to its asker by SHA-256.</summary>
    public bool BindsCodes { get; init; }

    /// <summary>Whether the URL of a document may stand for a client.</summary>
    public bool TakesDocuments { get; init; }

    /// <summary>Whether it says who it is when it hands out a code (RFC 9207).</summary>
    public bool NamesItself { get; init; }
}
