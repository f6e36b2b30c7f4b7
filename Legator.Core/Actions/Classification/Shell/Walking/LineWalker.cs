using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Goes through a line as its shell would and has every command judged, wherever it stands: in lists, branches, functions, substitutions, here-documents, expressions. What a variable or the directory is, is followed as far as the line itself tells.</summary>
internal sealed partial class LineWalker
{
    /// <summary>How deep commands may run one another (<c>sudo</c>, <c>sh -c</c>, functions).</summary>
    private const int MaxDepth = 24;

    /// <summary>How many commands are judged, loops and calls counted anew. Beyond, the line is refused.</summary>
    private const int MaxJudged = 100_000;

    private readonly string _host;
    private readonly HostRules _rules;
    private readonly Func<IReadOnlyList<ShellWord>, ShellScope, IReadOnlyList<ProposedAction>> _judgeWords;
    private readonly Func<string, ShellScope, IReadOnlyList<ProposedAction>> _judgeText;
    private List<ProposedAction> _actions = [];
    private HashSet<(string, string, RiskTier, bool)>? _seen;
    private ShellState _state = new();
    private int _depth;
    private int _judged;
    private bool _elevated;
    private bool _connected;
    private ShellInput _input;

    public LineWalker(string host, HostRules rules)
    {
        (_host, _rules) = (host, rules);
        _judgeWords = JudgeWords;
        _judgeText = JudgeText;
    }

    /// <summary>Everything that the line would do; null when it is too much to tell.</summary>
    /// <param name="readings">The line, in every way that a shell may read it.</param>
    public IReadOnlyList<ProposedAction>? Walk(IReadOnlyList<CommandList> readings)
    {
        foreach (var program in readings)
        {
            _state = new ShellState();
            WalkNode(program, default);
            WalkUncalled();
        }

        return _judged > MaxJudged ? null : _actions;
    }

    private ShellScope Scope(string? directory, ShellInput input) => new()
    {
        Host = _host,
        Rules = _rules,
        Directory = directory,
        Depth = _depth,
        Elevated = _elevated,
        HasInput = input.Given,
        InputText = input.Text,
        JudgeWords = _judgeWords,
        JudgeText = _judgeText,
    };

    // Copies of a great many variables cost as much as many commands.
    private ShellState Fork(ShellState state)
    {
        _judged += state.Size / 16;
        return state.Fork();
    }

    private void Add(IReadOnlyList<ProposedAction> actions)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            Add(actions[i]);
        }
    }

    // The same command may be met again, in a loop or in several directories; it is told once.
    private void Add(ProposedAction action)
    {
        if (_seen?.Add((action.Verb, action.Target.Text, action.Tier, action.BlockedBecause is null)) != false)
        {
            _actions.Add(action);
        }
    }

    private void Repeat() => _seen ??= [.. _actions.Select(a => (a.Verb, a.Target.Text, a.Tier, a.BlockedBecause is null))];

    private void AddUnsafe(string verb, string target, string effect) =>
        Add(ShellActions.Of(Scope(_state.Directories[0], default), verb, target, RiskTier.DestructiveMutation, effect));
}
