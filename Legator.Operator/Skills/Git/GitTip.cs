namespace Legator.Operator.Skills.Git;

/// <summary>What a reference of a repository stands for.</summary>
/// <param name="Name">Its whole name, e.g. <c>refs/heads/main</c>; null for a commit that is asked for by its id.</param>
/// <param name="Commit">The commit.</param>
internal sealed record GitTip(string? Name, string Commit);
