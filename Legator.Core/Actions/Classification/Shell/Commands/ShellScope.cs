using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>What surrounds a command: the host, the directory, and how commands inside of commands are judged.</summary>
public sealed record ShellScope
{
    private static readonly HostRules Strictest = new();

    /// <summary>Name of the host, for targets.</summary>
    public required string Host { get; init; }

    /// <summary>What the host allows.</summary>
    public HostRules Rules { get; init; } = Strictest;

    /// <summary>The directory that relative paths start from; null when nobody knows (a <c>cd</c> with an unknown word). <c>~</c> at the beginning.</summary>
    public string? Directory { get; init; } = "~";

    /// <summary>How deep commands are inside of commands (<c>sh -c</c>, <c>sudo</c>, <c>xargs</c>); bounded by the judge.</summary>
    public int Depth { get; init; }

    /// <summary>True when the command runs as another user.</summary>
    public bool Elevated { get; init; }

    /// <summary>True when something is on standard input: a pipe, a here-document, a here-string or a file other than <c>/dev/null</c>.</summary>
    public bool HasInput { get; init; }

    /// <summary>The very text on standard input; null when nobody knows it. Says nothing unless <see cref="HasInput"/>.</summary>
    public string? InputText { get; init; }

    /// <summary>The command that printed what is on standard input, as a substitution of it is written, when it prints one plain name a line; null for anything else.</summary>
    public string? InputNames { get; init; }

    /// <summary>Judges a command that another one runs (<c>sudo</c>, <c>xargs</c>, <c>find -exec</c>): its words, the command's own first. A first word that is not known is dynamic and no read.</summary>
    public required Func<IReadOnlyList<ShellWord>, ShellScope, IReadOnlyList<ProposedAction>> JudgeWords { get; init; }

    /// <summary>Judges text that a shell will read (<c>sh -c</c>, <c>eval</c>, <c>ssh host '…'</c>).</summary>
    public required Func<string, ShellScope, IReadOnlyList<ProposedAction>> JudgeText { get; init; }
}
