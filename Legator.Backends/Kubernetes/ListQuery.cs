using System.Globalization;
using System.Text;

namespace Legator.Backends.Kubernetes;

/// <summary>Which objects to list or watch.</summary>
public sealed record ListQuery
{
    public static ListQuery All { get; } = new();

    /// <summary>E.g. <c>legator.io/agent=web</c>.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>E.g. <c>metadata.name=web</c>.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>At most so many in one answer; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>The token of the page before.</summary>
    public string? Continue { get; init; }

    /// <summary><c>0</c> allows an answer from the server's cache.</summary>
    public string? ResourceVersion { get; init; }

    internal string ToQueryString(params ReadOnlySpan<(string Key, string? Value)> more)
    {
        var text = new StringBuilder();
        Add(text, "labelSelector", LabelSelector);
        Add(text, "fieldSelector", FieldSelector);
        Add(text, "limit", Limit?.ToString(CultureInfo.InvariantCulture));
        Add(text, "continue", Continue);
        Add(text, "resourceVersion", ResourceVersion);
        foreach (var (key, value) in more)
        {
            Add(text, key, value);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(text.Length == 0 ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
