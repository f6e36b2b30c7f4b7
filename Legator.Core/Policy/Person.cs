namespace Legator.Core.Policy;

/// <summary>Who acts through the API, as its claims say.</summary>
/// <param name="Subject">Stable id, e.g. <c>token:operator</c>.</param>
/// <param name="Name">Name for people.</param>
public sealed record Person(string Subject, string Name)
{
    /// <summary>E-mail address; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>Groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
