using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>The functions that a line defines, and what runs when they are called.</summary>
internal sealed class FunctionCalls(WalkState walk)
{
    private readonly List<FunctionCommand> _defined = [];
    private readonly HashSet<FunctionCommand> _called = [];
    private readonly Dictionary<string, int> _active = [];

    public void Define(FunctionCommand function)
    {
        walk.Judged++;
        walk.Shell.Define(function);
        _defined.Add(function);
    }

    /// <summary>Walks everything that the name may stand for.</summary>
    public void Call(FunctionBinding function, List<ShellWord> words, ShellInput input)
    {
        foreach (var body in function.Bodies.ToList())
        {
            Call(body, words, input);
        }
    }

    /// <summary>What is defined and never called is walked all the same: nothing says that it stays so.</summary>
    public void WalkUncalled()
    {
        for (var i = 0; i < _defined.Count; i++)
        {
            if (_called.Add(_defined[i]))
            {
                walk.Findings.Repeat();
                walk.Shell.Positional = null;
                walk.Shell.ForgetAll();
                NodeWalker.Walk(walk, _defined[i].Body, default);
            }
        }
    }

    // A call within a call begins anywhere the function may have been, with any arguments; that is told once.
    private void Call(FunctionCommand function, List<ShellWord> words, ShellInput input)
    {
        _called.Add(function);
        var active = _active.GetValueOrDefault(function.Name);
        if (active > 0)
        {
            walk.AddUnsafe("run", function.Name, "it calls itself without end");
        }

        if (active > 1 || walk.Depth >= WalkState.MaxDepth)
        {
            return;
        }

        var outer = walk.Shell.Positional;
        walk.Shell.Positional = active == 0 ? [.. words.Skip(1)] : null;
        if (active > 0)
        {
            walk.Shell.ForgetAll();
        }

        foreach (var word in words)
        {
            ExpressionWalker.CheckCode(walk, word.Literal, function.Name);
        }

        _active[function.Name] = active + 1;
        walk.Depth++;
        NodeWalker.Walk(walk, function.Body, input);
        walk.Depth--;
        _active[function.Name] = active;
        walk.Shell.Positional = outer;
    }
}
