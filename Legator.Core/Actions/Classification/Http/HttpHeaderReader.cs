using System.Buffers;
using System.Text.Json;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Reads headers: an object of texts, or a list of <c>Name: value</c>.</summary>
internal static class HttpHeaderReader
{
    private const int MaxCount = 100;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+.^_`|~-");

    /// <summary>Reads the headers.</summary>
    /// <param name="headers">The argument.</param>
    /// <param name="read">The headers by name.</param>
    /// <returns>What is wrong with them; null when nothing is.</returns>
    public static string? Read(JsonElement headers, out IReadOnlyDictionary<string, string> read)
    {
        read = HttpCall.NoHeaders;
        if (headers.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        read = found;
        if (headers.ValueKind == JsonValueKind.Array)
        {
            return FromList(headers, found);
        }

        if (headers.ValueKind != JsonValueKind.Object)
        {
            return "Write the headers as an object of names and values.";
        }

        foreach (var header in headers.EnumerateObject())
        {
            var value = header.Value.ValueKind switch
            {
                JsonValueKind.String => header.Value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => header.Value.GetRawText(),
                _ => null,
            };
            if (!Add(found, header.Name, value))
            {
                return Malformed(header.Name);
            }
        }

        return null;
    }

    private static string? FromList(JsonElement headers, Dictionary<string, string> found)
    {
        foreach (var header in headers.EnumerateArray())
        {
            var line = header.ValueKind == JsonValueKind.String ? header.GetString()! : "";
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !Add(found, line[..colon], line[(colon + 1)..].Trim(' ')))
            {
                return Malformed(line);
            }
        }

        return null;
    }

    private static bool Add(Dictionary<string, string> found, string name, string? value) =>
        value is not null
        && name.Length is > 0 and <= 128
        && !name.AsSpan().ContainsAnyExcept(TokenCharacters)
        && !value.Any(c => char.IsControl(c) && c != '\t')
        && found.Count < MaxCount
        && found.TryAdd(name, value);

    private static string Malformed(string name) =>
        $"The header '{name[..Math.Min(name.Length, 64)].ReplaceLineEndings(" ")}' is malformed or there twice; write each header once, name and value in one line.";
}
