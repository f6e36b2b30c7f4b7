namespace Legator.Core.Api;

/// <summary>An error answer of the API (RFC 9457, <c>application/problem+json</c>).</summary>
public sealed record ApiProblem
{
    /// <summary>Kind of problem, CamelCase, e.g. <c>AmbiguousName</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The problem in a few words.</summary>
    public string? Title { get; init; }

    /// <summary>HTTP status code.</summary>
    public int? Status { get; init; }

    /// <summary>What is wrong with this request, and the fix.</summary>
    public string? Detail { get; init; }

    /// <summary>The field, query parameter or header that is at fault; null when none is.</summary>
    public string? Field { get; init; }
}
