using Legator.Core.Actions.Classification.Shell.Commands.Cloud;
using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks commands one after another, joined by <c>&amp;&amp;</c> and <c>||</c>, and in pipelines.</summary>
internal static class ListWalker
{
    /// <summary>Walks a list.</summary>
    public static void Walk(WalkState walk, CommandList list, ShellInput input)
    {
        ShellState? before = null;
        foreach (var entry in list.Entries)
        {
            if (walk.Exhausted)
            {
                return;
            }

            if (entry.Background)
            {
                NodeWalker.Apart(walk, entry.Node, input);
                continue;
            }

            if (entry.Joint == ListJoint.Sequence)
            {
                walk.Shell.Reached = null;
                NodeWalker.Walk(walk, entry.Node, input);
                KeepReached(walk, entry.Node);
                continue;
            }

            WalkJoined(walk, entry, input, ref before);
        }
    }

    // After "&&" the command before succeeded; after "||" it failed. Either way this one may not run at all.
    private static void WalkJoined(WalkState walk, ListEntry entry, ShellInput input, ref ShellState? before)
    {
        var either = walk.Shell.Directories;
        if (entry.Joint == ListJoint.And && walk.Shell.Reached is { } reached)
        {
            walk.Shell.Directories = reached;
        }

        before = walk.Fork(walk.Shell);
        var arrived = walk.Shell.Reached;
        NodeWalker.Walk(walk, entry.Node, input);
        KeepReached(walk, entry.Node);
        if (entry.Joint == ListJoint.Or && walk.Shell.Function("exit") is null && Leaves(entry.Node))
        {
            walk.Shell.Directories = arrived ?? either;
            return;
        }

        walk.Shell.Join(before);
        walk.Shell.Reached = entry.Joint == ListJoint.And ? walk.Shell.Reached : null;
        walk.Shell.MayBeIn(either);
    }

    // Only of a plain command is it certain that its success is that of the change of directory in it.
    private static void KeepReached(WalkState walk, ShellNode node)
    {
        if (node is not SimpleCommand)
        {
            walk.Shell.Reached = null;
        }
    }

    // "cd x || exit": whoever gets past it is where it wanted to be.
    private static bool Leaves(ShellNode node) => node switch
    {
        SimpleCommand { Words: [var word, ..], Assignments.Count: 0, Redirections.Count: 0 } command => word.Bare is "exit" && (command.Words.Count == 1 || (command.Words.Count == 2 && command.Words[1].Bare?.All(char.IsAsciiDigit) == true)),
        BlockCommand { Subshell: false, Redirections.Count: 0, Body.Entries: [.., { Joint: ListJoint.Sequence, Background: false } last] } => Leaves(last.Node),
        _ => false,
    };

    /// <summary>Walks a pipeline, each stage in a shell of its own.</summary>
    public static void WalkPipeline(WalkState walk, Pipeline pipeline, ShellInput input)
    {
        var outer = walk.Shell;
        var loops = Loops(pipeline.Stages);
        SimpleCommand? rows = null;
        for (var i = 0; i < pipeline.Stages.Count && !walk.Exhausted; i++)
        {
            walk.Shell = walk.Fork(outer);
            var unlisted = walk.Unlisted;
            var laden = input.Laden;
            NodeWalker.Walk(walk, pipeline.Stages[i], input);
            rows = loops ? Rows(walk, pipeline.Stages[i] as SimpleCommand, rows) : null;
            input = pipeline.Stages[i] is SimpleCommand simple && ListedFiles.IsQuiet(simple)
                ? new ShellInput(true, Printed(walk, simple)) { Names = loops ? Names(walk, simple, input.Names, i > 0 ? pipeline.Stages[i - 1] as SimpleCommand : null) ?? Column(rows) : null }
                : ShellInput.Something;
            input = laden || walk.Unlisted > unlisted ? input with { Laden = true } : input;
        }

        // Some shells run the last stage themselves.
        var last = walk.Shell;
        walk.Shell = outer;
        walk.Shell.Join(last);
    }

    private static bool Loops(IReadOnlyList<ShellNode> stages)
    {
        for (var i = 0; i < stages.Count; i++)
        {
            if (stages[i] is LoopCommand or SimpleCommand { Words: [{ Literal: "xargs" }, ..] })
            {
                return true;
            }
        }

        return false;
    }

    // The stages so far, written as one, as long as they may be a table of kubectl of which a column will be picked.
    private static SimpleCommand? Rows(WalkState walk, SimpleCommand? stage, SimpleCommand? rows) =>
        stage is not { Assignments.Count: 0, Words: [{ Literal: { } name }, ..] } || !ListedFiles.IsQuiet(stage) || walk.Shell.Function(name) is not null ? null
        : name == "kubectl" ? stage
        : rows is null || name is not ("grep" or "egrep" or "awk") ? null
        : new SimpleCommand { Words = [.. rows.Words, new ParsedWord("|"), .. stage.Words] };

    private static SimpleCommand? Column(SimpleCommand? rows) => rows is not null && ClusterNames.AreColumn(WalkState.SourceOf(rows)) ? rows : null;

    private static SimpleCommand? Names(WalkState walk, SimpleCommand command, SimpleCommand? names, SimpleCommand? before) =>
        command.Words.Count == 0 || (command.Words[0].Literal is { } name && walk.Shell.Function(name) is not null) ? null
        : ListedNames.Are(command) || ListedFiles.Are(command) ? command
        : names is not null && ListedNames.AreKeptBy(command) ? names
        : before is not null && walk.Shell.Function("kubectl") is null && ListedNames.AreBroken(before, command) ? before
        : null;

    private static string? Printed(WalkState walk, SimpleCommand command) =>
        walk.Shell.Function("echo") is null && walk.Shell.Function("printf") is null && walk.Shell.Function("seq") is null ? KnownOutput.Printed(command, new WordExpander(walk.Shell)) : null;
}
