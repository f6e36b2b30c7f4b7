using System.Globalization;
using System.Text.Json;
using Legator.Core.Audit;

namespace Legator.Runner.Replay;

/// <summary>Lists the fields in which two entries differ, side by side.</summary>
internal static class FieldComparison
{
    private const int Longest = 200;
    private const int Before = 40;

    /// <summary>The fields that differ, by path.</summary>
    public static IReadOnlyList<ReplayedField> Of(JsonElement recorded, JsonElement replayed)
    {
        var (then, now) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<string, string>(StringComparer.Ordinal));
        Flatten("", recorded, then);
        Flatten("", replayed, now);
        return
        [
            .. then.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(path => (Path: path, Then: then.GetValueOrDefault(path), Now: now.GetValueOrDefault(path)))
                .Where(field => field.Then != field.Now)
                .Select(field => Shortened(field.Path, field.Then, field.Now)),
        ];
    }

    /// <summary>The beginning of a long text.</summary>
    public static string Short(string text) => Window(text, 0);

    private static ReplayedField Shortened(string path, string? recorded, string? replayed)
    {
        var same = recorded is null || replayed is null ? 0 : recorded.AsSpan().CommonPrefixLength(replayed);
        var from = Math.Max(recorded?.Length ?? 0, replayed?.Length ?? 0) <= Longest ? 0 : Math.Max(0, same - Before);
        return new ReplayedField(path, recorded is null ? null : Window(recorded, from), replayed is null ? null : Window(replayed, from));
    }

    private static string Window(string text, int from)
    {
        from = from > 0 && from < text.Length && char.IsLowSurrogate(text[from]) ? from - 1 : from;
        if (from >= text.Length)
        {
            return text.Length == 0 ? "" : "…";
        }

        var length = Math.Min(Longest, text.Length - from);
        length = from + length < text.Length && char.IsHighSurrogate(text[from + length - 1]) ? length - 1 : length;
        return $"{(from > 0 ? "…" : "")}{text.AsSpan(from, length)}{(from + length < text.Length ? "…" : "")}";
    }

    private static void Flatten(string path, JsonElement value, SortedDictionary<string, string> into)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Flatten(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, into);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Flatten(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item, into);
                }

                break;
            case JsonValueKind.String:
                into[path] = value.GetString()!;
                break;
            case JsonValueKind.Number:
                into[path] = System.Text.Encoding.UTF8.GetString(CanonicalJson.Canonicalize(value));
                break;
            default:
                into[path] = value.GetRawText();
                break;
        }
    }
}
