using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

internal sealed partial class LineWalker
{
    private Dictionary<string, int>? _calls;
    private List<FunctionCommand>? _defined;
    private HashSet<FunctionCommand>? _called;

    private void DefineFunction(FunctionCommand function)
    {
        _judged++;
        _state.Define(function);
        (_defined ??= []).Add(function);
    }

    private void RunWords(List<ShellWord> words, ShellInput input)
    {
        var function = words[0].Literal is { } name ? _state.Function(name) : null;
        if (function is not null)
        {
            Repeat();
            CallAll(function, words, input);
            _state.Reached = null;
            if (function.Certain && !CommandTable.Knows(words[0].Literal!) && !words[0].Literal!.Contains('/', StringComparison.Ordinal))
            {
                return;
            }
        }

        var directories = _state.Directories;
        for (var i = 0; i < directories.Count; i++)
        {
            Add(JudgeCommand(words, Scope(directories[i], input)));
            if (directories.Count > 1)
            {
                Repeat();
            }
        }

        StateChanges.Apply(words, _state, input);
        Reenter(words, input);
    }

    private void CallAll(FunctionBinding function, List<ShellWord> words, ShellInput input)
    {
        foreach (var body in function.Bodies.ToList())
        {
            Call(body, words, input);
        }
    }

    // A call within a call begins anywhere the function may have been, with any arguments; that is told once.
    private void Call(FunctionCommand function, List<ShellWord> words, ShellInput input)
    {
        (_called ??= []).Add(function);
        var active = (_calls ??= []).GetValueOrDefault(function.Name);
        if (active > 0)
        {
            AddUnsafe("run", function.Name, "it calls itself without end");
        }

        if (active > 1 || _depth >= MaxDepth)
        {
            return;
        }

        var outer = _state.Positional;
        _state.Positional = active == 0 ? [.. words.Skip(1)] : null;
        if (active > 0)
        {
            _state.ForgetAll();
        }

        foreach (var word in words)
        {
            CheckCode(word.Literal, function.Name);
        }

        _calls[function.Name] = active + 1;
        _depth++;
        WalkNode(function.Body, input);
        _depth--;
        _calls[function.Name] = active;
        _state.Positional = outer;
    }

    // What is defined and never called is judged all the same: nothing says that it stays so.
    private void WalkUncalled()
    {
        for (var i = 0; i < _defined?.Count; i++)
        {
            if ((_called ??= []).Add(_defined[i]))
            {
                Repeat();
                _state.Positional = null;
                _state.ForgetAll();
                WalkNode(_defined[i].Body, default);
            }
        }
    }

    // "eval" runs text in this very shell, so what it assigns and defines stays.
    private void Reenter(List<ShellWord> words, ShellInput input)
    {
        var start = 0;
        while (start < words.Count && words[start].Literal is "command" or "builtin")
        {
            start++;
        }

        if (start == words.Count || words[start].Literal is not ("eval" or "trap" or "source" or "." or "alias"))
        {
            return;
        }

        var text = string.Join(' ', words.Skip(start + 1).Select(w => w.Literal));
        if (words[start].Literal == "eval" && words.All(w => w.Literal is not null) && _depth < MaxDepth && ShellParser.Parse(text) is { Program: { } program })
        {
            Repeat();
            _depth++;
            WalkNode(program, input);
            _depth--;
            _state.Reached = null;
        }
        else if (words[start].Literal == "alias")
        {
            WalkAliases(words, start + 1);
        }
        else if (words[start].Literal != "trap" || words.Count > start + 2)
        {
            _state.ForgetAll();
        }
    }

    private void WalkAliases(List<ShellWord> words, int start)
    {
        foreach (var word in words.Skip(start))
        {
            var sign = word.Prefix.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0 || word.Literal is null)
            {
                AddUnsafe("define", "alias " + word, "a name will stand for other commands");
                Add(word.Literal is null ? [] : JudgeText(word.Literal[(sign + 1)..], Scope(_state.Directories[0], default)));
            }
        }
    }
}
