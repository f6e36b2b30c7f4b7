namespace Legator.Core.Actions.Classification.Sql;

/// <summary>One thing that a text would do: a statement, a data-modifying part of one, or a call of a function that is not known to be harmless.</summary>
/// <param name="Verb">Lower-case, the statement's first word: <c>select</c>, <c>insert</c>, <c>drop</c>; <c>call</c> for a function.</param>
/// <param name="Tier">The worst that it could do.</param>
internal sealed record SqlFinding(string Verb, RiskTier Tier)
{
    /// <summary>What it is done to as far as the text says, folded as the server folds names and with the schema where the text has one: <c>public.items</c>, <c>items</c>. Empty stands for the database.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    /// <summary>What it does, in words; null for a plain read.</summary>
    public string? Effect { get; init; }

    /// <summary>Reading it is itself delicate: an action sheet must name the object, a wildcard does not declare it.</summary>
    public bool Guarded { get; init; }

    /// <summary>Why it is refused whatever the settings are; null when it is not.</summary>
    public string? BlockedBecause { get; init; }
}
