using System.Globalization;

namespace Legator.Core.Rollbacks;

/// <summary>A wish to take a run's changes back, as the agent's annotation <c>legator.io/undo</c> says it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Actions">Numbers of the only actions to take back; empty for all.</param>
/// <param name="DryRun">True to be shown only what would be done.</param>
public sealed record UndoRequest(string Run, IReadOnlyList<int> Actions, bool DryRun = false)
{
    // It stands in the same annotation: whoever does not know the word refuses the whole, and never takes it for the undo itself.
    private const string DryRunMark = " dry-run";

    /// <summary>Reads <c>NAME</c> or <c>NAME#3,5</c>, either with <c> dry-run</c> behind it; null when it is neither.</summary>
    public static UndoRequest? TryParse(string text)
    {
        var dryRun = text.EndsWith(DryRunMark, StringComparison.Ordinal);
        text = dryRun ? text[..^DryRunMark.Length] : text;
        var (name, numbers) = text.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..].Split(',')) : (text, []);
        var actions = new List<int>();
        foreach (var number in numbers)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
            {
                return null;
            }

            actions.Add(seq);
        }

        return name.Length == 0 || name.Any(char.IsWhiteSpace) ? null : new UndoRequest(name, actions, dryRun);
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Run}{(Actions.Count == 0 ? "" : $"#{string.Join(',', Actions.Select(a => a.ToString(CultureInfo.InvariantCulture)))}")}{(DryRun ? DryRunMark : "")}";
}
