using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>What the rooms of one walk share: where it stands, what the shell would know by then, what was found, and how much was judged.</summary>
internal sealed class WalkState
{
    /// <summary>How deep commands may run one another (<c>sudo</c>, <c>sh -c</c>, functions).</summary>
    public const int MaxDepth = 24;

    /// <summary>How many commands are judged, loops and calls counted anew. Beyond, the line is refused.</summary>
    private const int MaxJudged = 100_000;

    private readonly string _host;
    private readonly HostRules _rules;
    private readonly Func<IReadOnlyList<ShellWord>, ShellScope, IReadOnlyList<ProposedAction>> _judgeWords;
    private readonly Func<string, ShellScope, IReadOnlyList<ProposedAction>> _judgeText;
    private FunctionCalls? _functions;

    public WalkState(string host, HostRules rules)
    {
        (_host, _rules) = (host, rules);
        _judgeWords = (words, scope) => LineJudge.Words(this, words, scope);
        _judgeText = (text, scope) => LineJudge.Text(this, text, scope);
    }

    public LineFindings Findings { get; set; } = new();

    /// <summary>The shell that the walk is in.</summary>
    public ShellState Shell { get; set; } = new();

    /// <summary>The line's functions; null when it has defined none.</summary>
    public FunctionCalls? DefinedFunctions => _functions;

    public FunctionCalls Functions => _functions ??= new FunctionCalls(this);

    /// <summary>How deep commands run one another here.</summary>
    public int Depth { get; set; }

    /// <summary>How many commands were judged; what is as much work as several counts as several.</summary>
    public int Judged { get; set; }

    /// <summary>True when more is judged than one line may ask for.</summary>
    public bool Exhausted => Judged > MaxJudged;

    /// <summary>True where commands run as somebody else.</summary>
    public bool Elevated { get; set; }

    /// <summary>True once the line has opened a connection.</summary>
    public bool Connected { get; set; }

    /// <summary>How many files and other contents the line has read so far.</summary>
    public int Contents { get; set; }

    /// <summary>How many of them are lists of names.</summary>
    public int Lists { get; set; }

    /// <summary>The contents that are no lists of names.</summary>
    public int Unlisted => Contents - Lists;

    /// <summary>Variables that may hold contents; null when there are none.</summary>
    public HashSet<string>? Laden { get; set; }

    /// <summary>Standard input of the node that the walk is in.</summary>
    public ShellInput Input { get; set; }

    /// <summary>Variables whose values hide what they are.</summary>
    public HashSet<string>? Disguised { get; set; }

    /// <summary>Where a command stands in this walk.</summary>
    public ShellScope Scope() => Scope(Shell.Directories[0], default);

    /// <summary>Where a command stands in this walk, in one of the directories that it may be in.</summary>
    public ShellScope Scope(string? directory, ShellInput input) => new()
    {
        Host = _host,
        Rules = _rules,
        Directory = directory,
        Depth = Depth,
        Elevated = Elevated,
        HasInput = input.Given,
        InputText = input.Text,
        InputNames = input.Names is { } names ? SourceOf(names) : null,
        JudgeWords = _judgeWords,
        JudgeText = _judgeText,
    };

    /// <summary>A command as a substitution of it is written.</summary>
    public static string SourceOf(SimpleCommand command) => $"$({string.Join(' ', command.Words.Select(w => w.Source))})";

    /// <summary>A copy of a shell. Copies of a great many variables cost as much as many commands.</summary>
    public ShellState Fork(ShellState state)
    {
        Judged += state.Size / 16;
        return state.Fork();
    }

    /// <summary>The input that a command really has: <c>exec &lt; file</c> changes it for all that follows.</summary>
    public ShellInput Effective(ShellInput input) => Shell.Input.Given ? Shell.Input : input;

    /// <summary>Tells of something that only people can judge.</summary>
    public void AddUnsafe(string verb, string target, string effect) =>
        Findings.Add(ShellActions.Of(Scope(), verb, target, RiskTier.DestructiveMutation, effect));
}
