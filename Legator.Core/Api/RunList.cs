namespace Legator.Core.Api;

/// <summary>One page of runs, newest first.</summary>
/// <param name="Runs">The page.</param>
/// <param name="Total">Runs that match the filters, on all pages; nobody counts further than 1,000.</param>
/// <param name="Continue">Cursor of the next, older page; null on the last.</param>
public sealed record RunList(IReadOnlyList<RunSummary> Runs, int Total, string? Continue = null)
{
    /// <summary>True where there are more than <see cref="Total"/>.</summary>
    public bool? More { get; init; }
}
