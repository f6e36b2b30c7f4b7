using System.Globalization;

namespace Legator.Core.Rollbacks;

/// <summary>A wish to take a run's changes back, as the agent's annotation <c>legator.io/undo</c> says it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Actions">Numbers of the only actions to take back; empty for all.</param>
public sealed record UndoRequest(string Run, IReadOnlyList<int> Actions)
{
    /// <summary>Reads <c>NAME</c> or <c>NAME#3,5</c>; null when it is neither.</summary>
    public static UndoRequest? TryParse(string text)
    {
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

        return name.Length == 0 || name.Any(char.IsWhiteSpace) ? null : new UndoRequest(name, actions);
    }

    /// <inheritdoc />
    public override string ToString() => Actions.Count == 0 ? Run : $"{Run}#{string.Join(',', Actions.Select(a => a.ToString(CultureInfo.InvariantCulture)))}";
}
