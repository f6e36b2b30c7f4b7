using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

internal sealed partial class LineWalker
{
    private HashSet<string>? _disguised;

    private void WalkSimple(SimpleCommand command, ShellInput input)
    {
        _judged++;
        input = Effective(input);
        for (var i = 0; i < command.Words.Count; i++)
        {
            if (command.Words[i].Bare is null)
            {
                WalkInside(command.Words[i]);
                CheckPattern(command.Words[i]);
            }
        }

        for (var i = 0; i < command.Assignments.Count; i++)
        {
            WalkAssigned(command.Assignments[i]);
        }

        var words = new WordExpander(_state).Expand(command.Words);
        Charge(words);
        if (_connected)
        {
            words.ForEach(CheckDescriptor);
        }

        if (command.Redirections.Count > 0)
        {
            input = Redirect(command.Redirections, input, SendsNothing(words, command.Redirections));
            if (words.Count > 0 && words[^1].Literal == "exec" && input.Given)
            {
                _state.Input = ShellInput.Something;
            }
        }

        if (words.Count == 0)
        {
            Assign(command.Assignments);
            return;
        }

        if (command.WordsBeforeJointRedirection is { } before && before < command.Words.Count)
        {
            // A shell that does not know "&>" ends the command there, and what follows is a command of its own.
            Add(JudgeWords(new WordExpander(_state).Expand([.. command.Words.Skip(before)]), Scope(_state.Directories[0], default)));
        }

        if (command.Assignments.Count == 0)
        {
            RunWords(words, input);
        }
        else
        {
            RunAssigned(command.Assignments, words, input);
        }
    }

    // Most shells refuse "*(…)" outside of tests; some run what stands in it.
    private void CheckPattern(ParsedWord word)
    {
        if (word.Pieces is not [LiteralPiece { Quoting: not Quoting.Pattern }] && word.Pieces.Any(p => p is LiteralPiece { Quoting: Quoting.Pattern }))
        {
            AddUnsafe("run", word.Source, "some shells run what stands in such a pattern");
        }
    }

    // Long lists of words cost as much as many commands.
    private void Charge(List<ShellWord> words)
    {
        if (words.Count > 32)
        {
            _judged += words.Sum(w => 8 + w.Prefix.Length) / 16;
        }
    }

    // Assignments before a command are its environment; a few builtins keep them.
    private void RunAssigned(IReadOnlyList<Assignment> assignments, List<ShellWord> words, ShellInput input)
    {
        foreach (var assignment in assignments)
        {
            JudgeEnvironment(assignment.Name, new WordExpander(_state).Single(assignment.Value), exported: true);
        }

        var before = Fork(_state);
        AssignValues(assignments);
        _state.SplittingChanged = before.SplittingChanged;
        RunWords(words, input);
        _state.Join(before);
    }

    private void WalkAssigned(Assignment assignment)
    {
        WalkInside(assignment.Value);
        if (assignment.Subscript is { } subscript)
        {
            Compute(subscript);
        }
    }

    private void Assign(IReadOnlyList<Assignment> assignments)
    {
        foreach (var assignment in assignments)
        {
            JudgeEnvironment(assignment.Name, new WordExpander(_state).Single(assignment.Value), exported: false);
        }

        AssignValues(assignments);
    }

    private void AssignValues(IReadOnlyList<Assignment> assignments)
    {
        foreach (var assignment in assignments)
        {
            var expander = new WordExpander(_state);
            var value = Value(assignment, expander);
            CheckCode(value.Text?.Literal, assignment.Name);
            if (assignment.Value.Pieces.Any(p => p is CommandPiece command && KnownOutput.IsDisguised(command)))
            {
                (_disguised ??= []).Add(assignment.Name);
            }

            _state.Set(assignment.Name, value);
        }
    }

    private VariableValue Value(Assignment assignment, WordExpander expander)
    {
        if (assignment.Subscript is not null)
        {
            return VariableValue.Unknown;
        }

        var before = _state.Variable(assignment.Name);
        if (assignment.Value.Pieces is [ArrayPiece array])
        {
            var elements = array.Elements.Any(e => e.Source.StartsWith('[')) ? null : expander.Expand(array.Elements);
            var all = assignment.Appends ? before?.Elements is null || elements is null ? null : [.. before.Elements, .. elements] : elements;
            return all is null ? VariableValue.Unknown : new VariableValue(all.Count > 0 ? all[0] : ShellWord.Of(""), all);
        }

        var text = expander.Single(assignment.Value);
        if (assignment.Appends)
        {
            return before is { Text: { } first, Elements: null } ? new VariableValue(new ShellWord([.. first.Parts, .. text.Parts])) : VariableValue.Unknown;
        }

        return new VariableValue(text);
    }

    // ": > /dev/tcp/host/port" only looks whether somebody answers.
    private static bool SendsNothing(List<ShellWord> words, IReadOnlyList<Redirection> redirections) =>
        words.Count == 0
        || (words.Count == 1 && words[0].Literal is ":" or "true" or "echo")
        || (words.Count == 1 && words[0].Literal == "exec" && redirections.All(r => r.Descriptor is not (null or "1" or "2")))
        || (words.Count == 1 && words[0].Literal == "cat" && redirections.Any(r => r.Kind == RedirectionKind.Read && r.Target.Literal == "/dev/null"));
}
