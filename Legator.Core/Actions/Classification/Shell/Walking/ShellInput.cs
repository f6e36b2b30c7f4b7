using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>What commands find on their standard input.</summary>
/// <param name="Given">True for anything but the terminal or nothing.</param>
/// <param name="Text">The very text; null when nobody knows it.</param>
internal readonly record struct ShellInput(bool Given, string? Text)
{
    /// <summary>The command that printed it, when that prints one plain name a line; null for anything else.</summary>
    public SimpleCommand? Names { get; init; }

    /// <summary>True when it may hold what was read from files or the environment.</summary>
    public bool Laden { get; init; }

    public static ShellInput Something { get; } = new(true, null);

    /// <summary>As several commands find it: nobody knows how much of the text the first of them leaves.</summary>
    public ShellInput Shared() => this with { Text = null, Names = null };
}
