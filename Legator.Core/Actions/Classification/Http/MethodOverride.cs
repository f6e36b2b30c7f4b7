namespace Legator.Core.Actions.Classification.Http;

/// <summary>Servers that take the method from a header, the query or a form instead of the request line.</summary>
internal static class MethodOverride
{
    private static readonly string[] Spellings =
    [
        "httpmethodoverride", "xhttpmethodoverride", "xhttpmethod", "xmethodoverride", "methodoverride", "overridemethod", "xmethod", "httpmethod",
        "xoverridemethod", "xoriginalmethod", "xforwardedmethod", "xrewritemethod", "xhttpverb", "xhttpverboverride", "xrequestedmethod", "xrequestmethod",
    ];

    /// <summary>True for a header that overrides the method.</summary>
    public static bool IsHeader(string name) => IsNamed(name, out var letters) || letters == "method";

    /// <summary>True for a field of a query or form that overrides the method. A plain <c>method</c> is one only when a method of HTTP stands in it.</summary>
    public static bool IsField(string name, string value) =>
        IsNamed(name, out var letters) || (letters is "method" or "verb" or "requestmethod" or "override" && IsWrite(value));

    /// <summary>What the override makes of the request.</summary>
    public static void Judge(string value, HttpFindings findings)
    {
        var method = value.Trim();
        if (!MethodRules.IsPlainRead(method))
        {
            findings.Raise(RiskTier.DestructiveMutation, $"is taken by servers for {(method.Length is > 0 and < 20 ? method.ToUpperInvariant() : "another method")}");
            findings.Raise(MethodRules.Of(method.ToUpperInvariant()).Tier, "overrides the method");
        }
    }

    private static bool IsNamed(string name, out string letters)
    {
        letters = "";
        if (!name.Contains("method", StringComparison.OrdinalIgnoreCase) && !name.Contains("verb", StringComparison.OrdinalIgnoreCase) && !name.Contains("override", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        letters = string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        var marked = letters == "method" && name.Length > letters.Length;
        return marked || Spellings.Contains(letters);
    }

    private static bool IsWrite(string value) =>
        value.Trim().ToUpperInvariant() is "DELETE" or "PUT" or "PATCH" or "POST" or "MOVE" or "PURGE" or "COPY" or "MKCOL" or "LOCK" or "UNLOCK";
}
