namespace Legator.Core.Redaction;

/// <summary>Takes secrets out of text before it is written or shown: known values, and everything that looks like one.</summary>
public sealed class Redactor
{
    private readonly IReadOnlyList<string> _secrets;

    private Redactor(IReadOnlyList<string> secrets) => _secrets = secrets;

    /// <summary>Knows patterns only.</summary>
    public static Redactor Default { get; } = new([]);

    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[REDACTED]";

    /// <summary>The same with more known secret values; values shorter than 4 characters are not looked for.</summary>
    public Redactor With(IEnumerable<string> secrets) =>
        new([.. _secrets.Concat(secrets).Where(s => s.Length >= 4).Distinct().OrderByDescending(s => s.Length)]);

    /// <summary>The text without secrets.</summary>
    public string Redact(string text) =>
        _secrets.Aggregate(text, (current, secret) => current.Replace(secret, Mark, StringComparison.Ordinal));
}
