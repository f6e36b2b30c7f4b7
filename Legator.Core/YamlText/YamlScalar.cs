using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Legator.Core.YamlText;

/// <summary>What a scalar means, by the tables of the YAML library that Kubernetes uses.</summary>
internal static partial class YamlScalar
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    private static readonly HashSet<string> Nulls = ["", "~", "null", "Null", "NULL"];

    private static readonly HashSet<string> Trues = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];

    private static readonly HashSet<string> Falses = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];

    private static readonly HashSet<string> NotFinite = [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN"];

    /// <summary>The JSON value of a scalar; null for YAML's null.</summary>
    public static JsonNode? Resolve(Scalar scalar)
    {
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific)
        {
            return ResolveTagged(scalar);
        }

        return scalar.Style == ScalarStyle.Plain && !scalar.Tag.IsNonSpecific ? ResolvePlain(scalar) : JsonValue.Create(scalar.Value);
    }

    /// <summary>A key as the string that JSON needs; null for a value that cannot be a key.</summary>
    public static string? ToKey(JsonNode? key) => key switch
    {
        null => "null",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    /// <summary>True when the text would be read as something else than a string if it were not quoted.</summary>
    public static bool NeedsQuotes(string text) =>
        Nulls.Contains(text) || Trues.Contains(text) || Falses.Contains(text) || NotFinite.Contains(text) || text is "<<" or "="
        || TryNumber(text) is not null || Timestamp().IsMatch(text);

    private static JsonNode? ResolvePlain(Scalar scalar)
    {
        var text = scalar.Value;
        if (Nulls.Contains(text))
        {
            return null;
        }

        if (Trues.Contains(text) || Falses.Contains(text))
        {
            return JsonValue.Create(Trues.Contains(text));
        }

        return NotFinite.Contains(text) ? throw NoJson(scalar) : TryNumber(text) ?? JsonValue.Create(text);
    }

    private static JsonNode? ResolveTagged(Scalar scalar)
    {
        var tag = scalar.Tag.Value;
        return (tag.StartsWith(TagPrefix, StringComparison.Ordinal) ? tag[TagPrefix.Length..] : tag) switch
        {
            "str" or "timestamp" => JsonValue.Create(scalar.Value),
            "binary" => Decoded(scalar),
            "null" => null,
            "int" or "float" => TryNumber(scalar.Value) ?? throw NoJson(scalar),
            "bool" when Trues.Contains(scalar.Value) || Falses.Contains(scalar.Value) => JsonValue.Create(Trues.Contains(scalar.Value)),
            _ => throw NoJson(scalar),
        };
    }

    private static JsonValue Decoded(Scalar scalar)
    {
        try
        {
            return JsonValue.Create(Encoding.UTF8.GetString(Convert.FromBase64String(scalar.Value)));
        }
        catch (FormatException)
        {
            throw NoJson(scalar);
        }
    }

    private static JsonValue? TryNumber(string text)
    {
        if (text.Length == 0 || text[0] is not (>= '0' and <= '9' or '+' or '-' or '.'))
        {
            return null;
        }

        var plain = text.Replace("_", "", StringComparison.Ordinal);
        if (Decimal().IsMatch(plain) && TryInteger(plain) is { } integer)
        {
            return integer;
        }

        return TryBased(plain) ?? (Float().IsMatch(plain) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)
            ? JsonValue.Create(real)
            : null);
    }

    private static JsonValue? TryInteger(string plain) =>
        long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed) ? JsonValue.Create(signed)
        : ulong.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unsigned) ? JsonValue.Create(unsigned)
        : null;

    private static JsonValue? TryBased(string plain)
    {
        var match = Based().Match(plain);
        if (!match.Success)
        {
            return null;
        }

        var (radix, digits) = match.Groups["prefix"].Value.ToLowerInvariant() switch
        {
            "0x" => (16, match.Groups["digits"].Value),
            "0b" => (2, match.Groups["digits"].Value),
            _ => (8, match.Groups["digits"].Value),
        };
        try
        {
            var value = Convert.ToInt64(digits, radix);
            return JsonValue.Create(plain[0] == '-' ? -value : value);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static YamlFormatException NoJson(Scalar scalar) =>
        new($"'{scalar.Value}' with tag '{scalar.Tag}' has no JSON form: quote it if it is text", scalar.Start.Line, scalar.Start.Column);

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[-+]?(?<prefix>0[xX]|0[bB]|0[oO]|0)(?<digits>[0-9a-fA-F]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Based();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Float();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();
}
