namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>Something that goes wrong for a while.</summary>
/// <param name="What">In words.</param>
/// <param name="Touches">Processes and servers that no other fault may touch meanwhile.</param>
/// <param name="Lasts">How long.</param>
/// <param name="StrikeAsync">Begins it.</param>
/// <param name="HealAsync">Ends it.</param>
internal sealed record ChaosFault(string What, IReadOnlyList<string> Touches, TimeSpan Lasts, Func<Task> StrikeAsync, Func<Task> HealAsync);
