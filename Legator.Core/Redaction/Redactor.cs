using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Legator.Core.Redaction;

/// <summary>Takes secrets out of text before it is written or shown: known values in every spelling that they travel in, and everything that looks like a secret. Time grows with the length of the text and never faster.</summary>
public sealed class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[REDACTED]";

    /// <summary>What stands where a text was cut: beside it also a part of a secret is one.</summary>
    public const char Cut = '…';

    private const int ShortestSecret = 4;

    // A longer run without a blank is no token that anybody gives out.
    private const int LongestWord = 256;

    private readonly FrozenSet<string> _secrets;
    private readonly KnownTexts? _known;
    private readonly KnownTexts? _wrapped;

    private Redactor(FrozenSet<string> secrets)
    {
        _secrets = secrets;
        if (secrets.Count > 0)
        {
            var spellings = secrets.SelectMany(SecretSpellings.Of).ToList();
            _known = new KnownTexts(spellings);
            _wrapped = spellings.Where(SecretSpellings.MayBeWrapped).ToList() is { Count: > 0 } wrapped ? new KnownTexts(wrapped) : null;
        }
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

    /// <summary>Where the text holds tokens and keys that bear their vendors' marks or names, so that nobody can take them for anything else.</summary>
    internal static IEnumerable<Range> Certain(string text) => SecretPatterns.Certain(text);

    /// <summary>The text without secrets, and without what is left of one beside a <see cref="Cut"/>.</summary>
    public string Redact(string text) => SecretPatterns.Redact(_known is null ? text : Without(text, Places(text, _known)));

    /// <summary>True where a text says that something of it was left out, in our way or as other programs do.</summary>
    internal static bool IsCut(string text) => text.Contains(Cut) || text.Contains("...", StringComparison.Ordinal);

    /// <summary>The same for a text that was cut off at its end: its last word goes too, since nobody can tell what it was the beginning of.</summary>
    public string RedactCut(string text)
    {
        var redacted = Redact(text + Cut).TrimEnd(Cut);
        if (redacted.EndsWith(Mark, StringComparison.Ordinal))
        {
            return redacted;
        }

        var word = redacted.AsSpan().LastIndexOfAny(" \t\r\n") + 1;
        return redacted.Length - word is > 0 and <= LongestWord ? redacted[..word] : redacted;
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

    private static string Without(string text, List<Range> places)
    {
        if (places.Count == 0)
        {
            return text;
        }

        var (kept, from) = (new StringBuilder(text.Length), 0);
        foreach (var place in places)
        {
            kept.Append(text, from, place.Start.Value - from).Append(Mark);
            from = place.End.Value;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private List<Range> Places(string text, KnownTexts known)
    {
        var places = known.Find(text);
        return _wrapped is not null && UnwrappedText.Of(text) is { } unwrapped && _wrapped.Find(unwrapped.Text) is { Count: > 0 } more
            ? KnownTexts.Joined(places.Concat(more.Select(unwrapped.Place)))
            : places;
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
