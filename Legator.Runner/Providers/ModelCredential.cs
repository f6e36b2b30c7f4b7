namespace Legator.Runner.Providers;

/// <summary>What is sent to a model provider to prove who asks; never written anywhere.</summary>
/// <param name="ApiKey">The key; null without one.</param>
/// <param name="Headers">Headers as a Secret gives them; empty for none.</param>
internal sealed record ModelCredential(string? ApiKey, IReadOnlyDictionary<string, string> Headers)
{
    public static ModelCredential None { get; } = new(null, new Dictionary<string, string>());

    /// <summary>Gives tokens that change with time; null where there are none.</summary>
    public IBearerTokens? Tokens { get; init; }

    /// <summary>Every value that is known now and may not show up in a text.</summary>
    public IEnumerable<string> Values => ApiKey is null ? Headers.Values : Headers.Values.Append(ApiKey);

    public override string ToString() => "model credential";
}
