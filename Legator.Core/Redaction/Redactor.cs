using System.Collections.Frozen;
using System.Text.Json;

namespace Legator.Core.Redaction;

/// <summary>Takes secrets out of text before it is written or shown: known values in every spelling that they travel in, and everything that looks like a secret. Time grows with the length of the text and never faster.</summary>
public sealed class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[REDACTED]";

    private const int ShortestSecret = 4;

    // A longer run without a blank is no token that anybody gives out.
    private const int LongestWord = 256;

    private readonly FrozenSet<string> _secrets;
    private readonly KnownTexts? _known;

    private Redactor(FrozenSet<string> secrets)
    {
        _secrets = secrets;
        _known = secrets.Count > 0 ? new KnownTexts(secrets.SelectMany(SecretSpellings.Of)) : null;
    }

    /// <summary>Knows what secrets look like, and no values.</summary>
    public static Redactor Default { get; } = new([]);

    /// <summary>The same with more known values; those shorter than 4 characters are not looked for.</summary>
    public Redactor With(IEnumerable<string> secrets)
    {
        var more = secrets.Select(s => s.Trim()).Where(s => s.Length >= ShortestSecret && !_secrets.Contains(s)).ToList();
        return more.Count == 0 ? this : new Redactor(_secrets.Concat(more).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>True for the names that people give to secrets: <c>DB_PASSWORD</c>, <c>client-secret</c>, <c>apiKey</c>.</summary>
    public static bool IsSecretName(string name) => SecretPatterns.IsSecretName(name);

    /// <summary>The text without secrets.</summary>
    public string Redact(string text) => SecretPatterns.Redact(_known?.Remove(text) ?? text);

    /// <summary>The same for a text that was cut off at its end: also what may be the beginning of a secret there is taken out.</summary>
    public string RedactCut(string text)
    {
        var half = _known?.LongestBeginningAtEnd(text) ?? 0;
        var redacted = Redact(half == 0 ? text : text[..^half]);
        var word = redacted.AsSpan().LastIndexOfAny(" \t\r\n") + 1;
        return half == 0 && redacted.Length - word is > 0 and <= LongestWord ? redacted[..word] : half == 0 ? redacted : redacted + Mark;
    }

    /// <summary>The same value without secrets: strings are redacted, and what a member named like a secret holds is left out altogether.</summary>
    public JsonElement Redact(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return value;
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, value, secret: false);
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, bool secret)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(Redact(member.Name));
                    Write(writer, member.Value, secret || SecretPatterns.IsSecretName(member.Name));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, secret);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(secret ? Mark : Redact(value.GetString()!));
                break;
            case JsonValueKind.Number when secret:
                writer.WriteStringValue(Mark);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
