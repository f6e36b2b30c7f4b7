using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks expressions, in which a value may itself run commands.</summary>
internal static class ExpressionWalker
{
    /// <summary>Walks an expression: its commands, the variables that it sets, and values that would themselves run commands.</summary>
    public static void Compute(WalkState walk, ParsedWord expression)
    {
        WordWalker.Walk(walk, expression);
        var assigns = Expressions.MayAssign(expression);
        foreach (var name in Expressions.Names(expression))
        {
            CheckCode(walk, walk.Shell.Variable(name)?.Text?.Literal, name);
            CheckAssignments(walk, walk.Shell.Variable(name)?.Text?.Literal);
            if (walk.Disguised?.Contains(name) == true)
            {
                walk.AddUnsafe("run", name, "an expression runs commands that are in its values, and this one is disguised");
            }

            if (assigns)
            {
                AssignmentWalker.Overwrite(walk, name);
                walk.Shell.Forget(name);
            }
        }

        var text = new WordExpander(walk.Shell).Single(expression).Literal;
        CheckCode(walk, text, expression.Source);
        CheckAssignments(walk, text);
        if (!Expressions.IsPlausible(expression))
        {
            walk.AddUnsafe("run", expression.Source, "it is no expression, and a shell without expressions would run it");
        }
    }

    /// <summary>A shell without expressions takes "((…))" for one subshell inside of another. A word at the beginning that the line never assigns is hardly meant as a number.</summary>
    public static void JudgeAsSubshell(WalkState walk, ParsedWord expression)
    {
        if (Expressions.FirstWords(expression).Any(w => w.Any(char.IsAsciiLetterLower) && !walk.Shell.IsAssigned(w)))
        {
            walk.Findings.Add(LineJudge.Text(walk, "(" + expression.Source + ")", walk.Scope()));
        }
    }

    /// <summary>Where a variable is named by a value, a subscript in the value is computed, and may run commands.</summary>
    public static void CheckName(WalkState walk, ShellWord? value, string source)
    {
        if (value?.Literal is { } name && !Characters.IsName(name) && !name.All(char.IsAsciiDigit) && Expressions.HoldsCode(name))
        {
            walk.AddUnsafe("run", source, "a variable's name holds a command");
            AddCode(walk, name);
        }
    }

    /// <summary>Tells of a text that would run commands when it is computed.</summary>
    public static void CheckCode(WalkState walk, string? text, string source)
    {
        if (text is not null && Expressions.HoldsCode(text))
        {
            walk.AddUnsafe("run", source, "an expression would run a command that is in the text");
            AddCode(walk, text);
        }
    }

    /// <summary>Tells of a text that sets a variable that programs go by, when it is computed. Where a command may not have run, only its assignment is seen.</summary>
    public static void CheckAssignments(WalkState walk, string? text)
    {
        if (text is not null && Expressions.MayAssign(text))
        {
            foreach (var name in Expressions.Names(text))
            {
                AssignmentWalker.Overwrite(walk, name);
            }
        }
    }

    /// <summary>Tells of what a text that is computed sets; the values of the variables in it are computed, too.</summary>
    public static void CheckComputed(WalkState walk, string? text)
    {
        CheckAssignments(walk, text);
        foreach (var name in Expressions.Names(text ?? ""))
        {
            CheckAssignments(walk, walk.Shell.Variable(name)?.Text?.Literal);
        }
    }

    /// <summary>Judges the commands in such a text, which is expanded as if it stood in double quotes.</summary>
    public static void AddCode(WalkState walk, string text) =>
        walk.Findings.Add(LineJudge.Text(walk, ": \"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"", walk.Scope()));
}
