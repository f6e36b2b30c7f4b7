using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks what runs only sometimes: <c>if</c> and <c>case</c>. Afterwards the shell may be as any of them left it.</summary>
internal static class BranchWalker
{
    /// <summary>Walks <c>if</c>.</summary>
    public static void WalkBranches(WalkState walk, BranchCommand command, ShellInput input)
    {
        List<ShellState> ends = [];
        foreach (var branch in command.Branches)
        {
            if (walk.Exhausted)
            {
                break;
            }

            NodeWalker.Walk(walk, branch.Condition, input);
            var decided = walk.Shell;
            walk.Shell = walk.Fork(decided);
            NodeWalker.Walk(walk, branch.Body, input);
            ends.Add(walk.Shell);
            walk.Shell = decided;
        }

        if (command.Otherwise is not null)
        {
            NodeWalker.Walk(walk, command.Otherwise, input);
        }

        foreach (var end in ends)
        {
            walk.Shell.Join(end);
        }
    }

    /// <summary>Walks <c>case</c>.</summary>
    public static void WalkCase(WalkState walk, CaseCommand command, ShellInput input)
    {
        WordWalker.Walk(walk, command.Subject);
        var start = walk.Shell;
        var any = walk.Fork(start);
        foreach (var item in command.Items)
        {
            if (walk.Exhausted)
            {
                break;
            }

            foreach (var pattern in item.Patterns)
            {
                WordWalker.Walk(walk, pattern);
            }

            // ";&" lets one case run into the next, so each may begin where any before it ended.
            walk.Shell = walk.Fork(any);
            NodeWalker.Walk(walk, item.Body, input);
            any.Join(walk.Shell);
        }

        walk.Shell = any;
    }
}
