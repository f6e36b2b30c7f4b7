using System.Text;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Selectors;

/// <summary>Reads the text form of field selectors: <c>metadata.name=a,status.phase!=Running</c>, with backslash escapes.</summary>
internal static class FieldSelectorParser
{
    public static FieldRequirement[] Parse(string text, ResourceKind kind)
    {
        List<FieldRequirement> found = [];
        foreach (string term in Terms(text))
        {
            found.Add(Requirement(term, text, kind));
        }

        return [.. found];
    }

    private static FieldRequirement Requirement(string term, string text, ResourceKind kind)
    {
        for (int i = 0; i < term.Length; i++)
        {
            if (term[i] == '\\')
            {
                i++;
                continue;
            }

            foreach (string op in (ReadOnlySpan<string>)["!=", "==", "="])
            {
                if (term.AsSpan(i).StartsWith(op, StringComparison.Ordinal))
                {
                    return Checked(term[..i], Unescape(term[(i + op.Length)..]), op == "!=", kind);
                }
            }
        }

        throw ApiErrors.BadRequest($"invalid selector: '{text}'; can't understand '{term}'");
    }

    private static FieldRequirement Checked(string field, string value, bool negated, ResourceKind kind)
    {
        if (field is not ("metadata.name" or "metadata.namespace") && !kind.SelectableFields.Contains(field))
        {
            throw ApiErrors.BadRequest(kind.Custom is null && kind.SelectableFields.Count == 0
                ? $"\"{field}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                : $"field label not supported: {field}");
        }

        return new FieldRequirement(field, field.Split('.'), value, negated);
    }

    private static IEnumerable<string> Terms(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\\')
            {
                i++;
            }
            else if (i == text.Length || text[i] == ',')
            {
                if (i > start)
                {
                    yield return text[start..i];
                }

                start = i + 1;
            }
        }
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        StringBuilder plain = new();
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && (value[i + 1] is '\\' or ',' or '='))
            {
                i++;
            }

            plain.Append(value[i]);
        }

        return plain.ToString();
    }
}
