namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>The fields of a query or form, for rules that ask for a few of them by name.</summary>
internal static class QueryFields
{
    // A rule that asks for a field by name does not have to read more; whatever has more fields is no read anyway.
    private const int MaxFields = 1000;

    /// <summary>Names, lower-case, and values, all without percent signs.</summary>
    /// <param name="text">A query with or without its question mark, or a form.</param>
    public static List<(string Key, string Value)> Of(string text)
    {
        var fields = new List<(string, string)>();
        var rest = text.AsSpan().TrimStart('?');
        foreach (var range in rest.Split('&'))
        {
            var field = rest[range];
            if (field.IsEmpty)
            {
                continue;
            }

            if (fields.Count == MaxFields)
            {
                break;
            }

            var equals = field.IndexOf('=');
            fields.Add((HttpText.UnescapeField(equals < 0 ? field : field[..equals]).Trim().ToLowerInvariant(), equals < 0 ? "" : HttpText.UnescapeField(field[(equals + 1)..]).Trim()));
        }

        return fields;
    }
}
