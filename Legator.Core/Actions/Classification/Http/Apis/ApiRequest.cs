namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>A request taken apart for the rules of well-known APIs.</summary>
internal sealed class ApiRequest
{
    /// <summary>Takes a request apart.</summary>
    public ApiRequest(HttpCall call, string path)
    {
        Call = call;
        Path = path;
        Parts = path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        Host = call.Target.Url.IdnHost.TrimEnd('.').ToLowerInvariant();
    }

    /// <summary>The request.</summary>
    public HttpCall Call { get; }

    /// <summary>Its path without percent signs.</summary>
    public string Path { get; }

    /// <summary>The parts of its path, lower-case, without empty ones.</summary>
    public string[] Parts { get; }

    /// <summary>Its host, lower-case.</summary>
    public string Host { get; }

    /// <summary>The part that ends the path; empty for the root.</summary>
    public string Last => Parts.Length == 0 ? "" : Parts[^1];

    /// <summary>The part before the last; empty when there is none.</summary>
    public string Parent => Parts.Length < 2 ? "" : Parts[^2];

    /// <summary>True when the host is the domain or lies under it.</summary>
    public bool IsUnder(string domain) =>
        Host.EndsWith(domain, StringComparison.Ordinal) && (Host.Length == domain.Length || Host[^(domain.Length + 1)] == '.');

    /// <summary>True when the first parts of the path are these; <c>*</c> stands for any one.</summary>
    public bool Begins(params ReadOnlySpan<string> parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (i >= Parts.Length || (parts[i] != "*" && parts[i] != Parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the last parts of the path are these; <c>*</c> stands for any one.</summary>
    public bool Ends(params ReadOnlySpan<string> parts)
    {
        for (var i = 1; i <= parts.Length; i++)
        {
            if (i > Parts.Length || (parts[^i] != "*" && parts[^i] != Parts[^i]))
            {
                return false;
            }
        }

        return true;
    }
}
