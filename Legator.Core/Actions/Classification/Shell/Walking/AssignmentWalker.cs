using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks assignments: what the variables hold from then on, and whether programs go by them.</summary>
internal static class AssignmentWalker
{
    /// <summary>Walks what lies inside of an assignment.</summary>
    public static void Walk(WalkState walk, Assignment assignment)
    {
        var contents = walk.Contents;
        WordWalker.Walk(walk, assignment.Value);
        if (walk.Contents > contents)
        {
            SentContents.Keep(walk, assignment.Name);
        }

        if (assignment.Subscript is { } subscript)
        {
            ExpressionWalker.Compute(walk, subscript);
        }
    }

    /// <summary>Assignments that are a command of their own.</summary>
    public static void Assign(WalkState walk, IReadOnlyList<Assignment> assignments)
    {
        foreach (var assignment in assignments)
        {
            JudgeEnvironment(walk, assignment.Name, new WordExpander(walk.Shell).Single(assignment.Value), exported: false);
        }

        AssignValues(walk, assignments);
    }

    /// <summary>Keeps the values, without a word on what programs make of them.</summary>
    public static void AssignValues(WalkState walk, IReadOnlyList<Assignment> assignments)
    {
        foreach (var assignment in assignments)
        {
            var expander = new WordExpander(walk.Shell);
            var value = Value(walk, assignment, expander);
            ExpressionWalker.CheckCode(walk, value.Text?.Literal, assignment.Name);
            ExpressionWalker.CheckAssignments(walk, value.Text?.Literal);
            if (assignment.Value.Pieces.Any(p => p is CommandPiece command && KnownOutput.IsDisguised(command)))
            {
                (walk.Disguised ??= []).Add(assignment.Name);
            }

            walk.Shell.Set(assignment.Name, value);
        }
    }

    private static VariableValue Value(WalkState walk, Assignment assignment, WordExpander expander)
    {
        if (assignment.Subscript is not null)
        {
            return VariableValue.Unknown;
        }

        var before = walk.Shell.Variable(assignment.Name);
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

    /// <summary>A variable gets a value that nobody knows.</summary>
    public static void Overwrite(WalkState walk, string name) => JudgeEnvironment(walk, name, ShellWord.Anything, exported: false);

    /// <summary>Tells of a variable that programs go by.</summary>
    public static void JudgeEnvironment(WalkState walk, string name, ShellWord value, bool exported)
    {
        if (!EnvironmentRules.IsHarmless(name, value, exported))
        {
            walk.AddUnsafe("set", $"{name}={value}", "programs run or load what this variable names");
        }
    }
}
