namespace Legator.Core.Actions.Classification.Http;

/// <summary>What the rules found in a request so far. The tier only ever rises.</summary>
internal sealed class HttpFindings
{
    private List<string>? _effects;
    private List<string>? _kinds;

    /// <summary>The worst that was found.</summary>
    public RiskTier Tier { get; private set; }

    /// <summary>In words, worst and first found first.</summary>
    public IReadOnlyList<string> Effects => _effects ?? (IReadOnlyList<string>)[];

    /// <summary>Words that a sheet must name for a delicate read; empty when the read is not delicate.</summary>
    public IReadOnlyList<string> Kinds => _kinds ?? (IReadOnlyList<string>)[];

    /// <summary>Why the request is refused whatever the settings are; null when it is not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The request could be this bad, because.</summary>
    public void Raise(RiskTier tier, string effect)
    {
        if (tier == RiskTier.Read)
        {
            return;
        }

        (_effects ??= []).Insert(tier > Tier ? 0 : _effects.Count, effect);
        Tier = tier > Tier ? tier : Tier;
    }

    /// <summary>The request may never be sent, because.</summary>
    public void Refuse(string because) => Refusal ??= because;

    /// <summary>The answer is delicate: a sheet must name it.</summary>
    public void Guard(string kind) => (_kinds ??= []).Add(kind);
}
