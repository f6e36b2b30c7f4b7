using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

internal sealed partial class LineWalker
{
    /// <summary>Walks the commands that lie inside of a word.</summary>
    private void WalkInside(ParsedWord word)
    {
        if (word.Bare is not null)
        {
            return;
        }

        foreach (var piece in word.Pieces)
        {
            switch (piece)
            {
                case LiteralPiece:
                    break;
                case CommandPiece command:
                    Apart(command.Body, Inherited());
                    break;
                case ProcessPiece process:
                    Apart(process.Body, process.Writes ? ShellInput.Something : Inherited());
                    break;
                case ArithmeticPiece arithmetic:
                    Compute(arithmetic.Expression);
                    break;
                case ParameterPiece parameter:
                    WalkParameter(parameter);
                    break;
                case ArrayPiece array:
                    foreach (var element in array.Elements)
                    {
                        WalkInside(element);
                    }

                    break;
            }
        }
    }

    // A command inside of a word has the standard input of the shell around it, which may be a pipe.
    private ShellInput Inherited() => Effective(_input).Shared();

    // "exec < file" changes it for all that follows.
    private ShellInput Effective(ShellInput input) => _state.Input.Given ? _state.Input : input;

    private void WalkParameter(ParameterPiece parameter)
    {
        if (parameter.Subscript is { } subscript && subscript.Source is not ("@" or "*"))
        {
            Compute(subscript);
        }

        if (parameter.Operand is { } operand)
        {
            if (parameter.Operator == ":")
            {
                Compute(operand);
            }
            else
            {
                WalkInside(operand);
            }
        }

        if (parameter.Operator is "=" or ":=")
        {
            JudgeEnvironment(parameter.Name, Anything, exported: false);
            _state.Forget(parameter.Name);
        }

        if (parameter.Operator == "@P")
        {
            AddUnsafe("run", parameter.Source, "a prompt's text may run commands");
            AddCode(_state.Variable(parameter.Name)?.Text?.Literal ?? "");
        }

        if (parameter.Indirect && _state.Variable(parameter.Name) is { } named)
        {
            CheckName(named.Text, parameter.Source);
        }
    }

    /// <summary>An expression: its commands, the variables that it sets, and values that would themselves run commands.</summary>
    private void Compute(ParsedWord expression)
    {
        WalkInside(expression);
        var assigns = Expressions.MayAssign(expression);
        foreach (var name in Expressions.Names(expression))
        {
            CheckCode(_state.Variable(name)?.Text?.Literal, name);
            CheckAssignments(_state.Variable(name)?.Text?.Literal);
            if (_disguised?.Contains(name) == true)
            {
                AddUnsafe("run", name, "an expression runs commands that are in its values, and this one is disguised");
            }

            if (assigns)
            {
                JudgeEnvironment(name, Anything, exported: false);
                _state.Forget(name);
            }
        }

        var text = new WordExpander(_state).Single(expression).Literal;
        CheckCode(text, expression.Source);
        CheckAssignments(text);
        if (!Expressions.IsPlausible(expression))
        {
            AddUnsafe("run", expression.Source, "it is no expression, and a shell without expressions would run it");
        }
    }

    // A shell without expressions takes "((…))" for one subshell inside of another. A word at the beginning that the line never assigns is hardly meant as a number.
    private void JudgeAsSubshell(ParsedWord expression)
    {
        if (Expressions.FirstWords(expression).Any(w => w.Any(char.IsAsciiLetterLower) && !_state.IsAssigned(w)))
        {
            Add(JudgeText("(" + expression.Source + ")", Scope(_state.Directories[0], default)));
        }
    }

    // Where a variable is named by a value, a subscript in the value is computed, and may run commands.
    private void CheckName(ShellWord? value, string source)
    {
        if (value?.Literal is { } name && !Characters.IsName(name) && !name.All(char.IsAsciiDigit) && Expressions.HoldsCode(name))
        {
            AddUnsafe("run", source, "a variable's name holds a command");
            AddCode(name);
        }
    }

    private void CheckCode(string? text, string source)
    {
        if (text is not null && Expressions.HoldsCode(text))
        {
            AddUnsafe("run", source, "an expression would run a command that is in the text");
            AddCode(text);
        }
    }

    // What is computed may set a variable that programs go by.
    private void CheckAssignments(string? text)
    {
        if (text is not null && Expressions.MayAssign(text))
        {
            foreach (var name in Expressions.Names(text))
            {
                JudgeEnvironment(name, Anything, exported: false);
            }
        }
    }

    // The values of the variables in it are computed, too.
    private void CheckComputed(string? text)
    {
        CheckAssignments(text);
        foreach (var name in Expressions.Names(text ?? ""))
        {
            CheckAssignments(_state.Variable(name)?.Text?.Literal);
        }
    }

    // Such text is expanded as if it stood in double quotes.
    private void AddCode(string text) =>
        Add(JudgeText(": \"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"", Scope(_state.Directories[0], default)));

    private void WalkTerm(TestTerm term, bool first)
    {
        var expander = new WordExpander(_state);
        if (term.Operator is "-v" or "-R" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge")
        {
            CheckOperand(term.Left, expander);
            CheckOperand(term.Right, expander);
        }

        // A shell without "[[" would take these for a file to write and for commands to run.
        if (term.Operator == ">" && term.Right?.Literal?.Contains('/', StringComparison.Ordinal) == true)
        {
            Write(expander.Target(term.Right));
        }
        else if (term.Operator.Length == 0 && !first && expander.Single(term.Left).Literal is not (null or ""))
        {
            AddUnsafe("run", term.Left.Source, "a shell without [[ would run it");
        }
        else if (term.Right is { } right && !first && term.Left.Literal is [var letter, ..] && char.IsAsciiLetter(letter))
        {
            Add(JudgeWords(expander.Expand([term.Left, Word(term.Operator), right]), Scope(_state.Directories[0], default)));
        }
    }

    private static ParsedWord Word(string text) => new([new LiteralPiece(text, Quoting.None)], text);

    private void CheckOperand(ParsedWord? word, WordExpander expander)
    {
        if (word is not null)
        {
            var text = expander.Single(word).Literal;
            CheckCode(text, word.Source);
            CheckComputed(text);
            CheckCode(text is not null && Characters.IsName(text) ? _state.Variable(text)?.Text?.Literal : null, word.Source);
        }
    }
}
