using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks one node of a line, whatever it is.</summary>
internal static class NodeWalker
{
    /// <summary>Walks a node with what is on its standard input.</summary>
    public static void Walk(WalkState walk, ShellNode node, ShellInput input)
    {
        if (walk.Exhausted)
        {
            return;
        }

        var outside = walk.Input;
        walk.Input = input;
        if (node.Redirections.Count > 0 && node is not SimpleCommand)
        {
            input = RedirectionWalker.Redirect(walk, node.Redirections, input, mayConnect: false);
            walk.Input = input;
        }

        WalkKind(walk, node, input);
        walk.Input = outside;
    }

    private static void WalkKind(WalkState walk, ShellNode node, ShellInput input)
    {
        switch (node)
        {
            case CommandList list:
                ListWalker.Walk(walk, list, input);
                break;
            case SimpleCommand simple:
                CommandWalker.Walk(walk, simple, input);
                break;
            case Pipeline pipeline:
                ListWalker.WalkPipeline(walk, pipeline, input);
                break;
            case BlockCommand { Subshell: true } block:
                Apart(walk, block.Body, input.Shared());
                break;
            case BlockCommand block:
                ListWalker.Walk(walk, block.Body, input.Shared());
                break;
            case BranchCommand branch:
                BranchWalker.WalkBranches(walk, branch, input.Shared());
                break;
            case CaseCommand choice:
                BranchWalker.WalkCase(walk, choice, input.Shared());
                break;
            case FunctionCommand function:
                walk.Functions.Define(function);
                break;
            case CoprocessCommand process:
                AssignmentWalker.Overwrite(walk, process.Name);
                walk.Shell.Forget(process.Name);
                Apart(walk, process.Body, ShellInput.Something);
                break;
            case TestCommand test:
                TestWalker.Walk(walk, test);
                break;
            case ArithmeticCommand arithmetic:
                ExpressionWalker.Compute(walk, arithmetic.Expression);
                ExpressionWalker.JudgeAsSubshell(walk, arithmetic.Expression);
                break;
            default:
                LoopWalker.Walk(walk, node, input);
                break;
        }
    }

    /// <summary>Walks a node in a shell of its own: what it assigns is forgotten, and so is where it goes.</summary>
    public static void Apart(WalkState walk, ShellNode node, ShellInput input)
    {
        var outer = walk.Shell;
        walk.Shell = walk.Fork(outer);
        Walk(walk, node, input);
        walk.Shell = outer;
    }
}
