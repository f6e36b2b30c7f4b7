using System.Globalization;
using System.Text.Json;
using Legator.Core.Redaction;

namespace Legator.Core.Triggers;

/// <summary>What an agent sees of what came: without secrets, and not more of it than it could read.</summary>
public static class TriggerPayload
{
    /// <summary>Most characters that an agent sees.</summary>
    public const int MostChars = 64 * 1024;

    /// <summary>Of JSON: strings are redacted, and what a member named like a secret holds is left out.</summary>
    public static string Of(JsonElement payload) => Bounded(JsonSerializer.Serialize(Redactor.Default.Redact(payload), LegatorJson.Options));

    /// <summary>Of text.</summary>
    public static string Of(string payload) => Bounded(Redactor.Default.Redact(payload));

    private static string Bounded(string text) => text.Length <= MostChars
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{Redactor.Default.RedactCut(text[..(char.IsHighSurrogate(text[MostChars - 1]) ? MostChars - 1 : MostChars)])}{Redactor.Cut}\n[{text.Length - MostChars} of {text.Length} characters were left out]");
}
