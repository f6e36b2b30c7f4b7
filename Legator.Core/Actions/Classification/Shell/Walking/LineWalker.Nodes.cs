using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

internal sealed partial class LineWalker
{
    private void WalkNode(ShellNode node, ShellInput input)
    {
        if (_judged > MaxJudged)
        {
            return;
        }

        var outside = _input;
        _input = input;
        if (node.Redirections.Count > 0 && node is not SimpleCommand)
        {
            input = Redirect(node.Redirections, input, mayConnect: false);
            _input = input;
        }

        WalkKind(node, input);
        _input = outside;
    }

    private void WalkKind(ShellNode node, ShellInput input)
    {
        switch (node)
        {
            case CommandList list:
                WalkList(list, input);
                break;
            case SimpleCommand simple:
                WalkSimple(simple, input);
                break;
            case Pipeline pipeline:
                WalkPipeline(pipeline, input);
                break;
            case BlockCommand { Subshell: true } block:
                Apart(block.Body, input.Shared());
                break;
            case BlockCommand block:
                WalkList(block.Body, input.Shared());
                break;
            case BranchCommand branch:
                WalkBranches(branch, input.Shared());
                break;
            case CaseCommand choice:
                WalkCase(choice, input.Shared());
                break;
            case FunctionCommand function:
                DefineFunction(function);
                break;
            case CoprocessCommand process:
                JudgeEnvironment(process.Name, Anything, exported: false);
                _state.Forget(process.Name);
                Apart(process.Body, ShellInput.Something);
                break;
            case TestCommand test:
                WalkTest(test);
                break;
            case ArithmeticCommand arithmetic:
                Compute(arithmetic.Expression);
                JudgeAsSubshell(arithmetic.Expression);
                break;
            default:
                WalkLoop(node, input);
                break;
        }
    }

    // In a shell of its own: what it assigns is forgotten, and so is where it goes.
    private void Apart(ShellNode node, ShellInput input)
    {
        var outer = _state;
        _state = Fork(outer);
        WalkNode(node, input);
        _state = outer;
    }

    private void WalkList(CommandList list, ShellInput input)
    {
        ShellState? before = null;
        foreach (var entry in list.Entries)
        {
            if (_judged > MaxJudged)
            {
                return;
            }

            if (entry.Background)
            {
                Apart(entry.Node, input);
                continue;
            }

            if (entry.Joint == ListJoint.Sequence)
            {
                _state.Reached = null;
                WalkNode(entry.Node, input);
                KeepReached(entry.Node);
                continue;
            }

            WalkJoined(entry, input, ref before);
        }
    }

    // After "&&" the command before succeeded; after "||" it failed. Either way this one may not run at all.
    private void WalkJoined(ListEntry entry, ShellInput input, ref ShellState? before)
    {
        var either = _state.Directories;
        if (entry.Joint == ListJoint.And && _state.Reached is { } reached)
        {
            _state.Directories = reached;
        }

        before = Fork(_state);
        var arrived = _state.Reached;
        WalkNode(entry.Node, input);
        KeepReached(entry.Node);
        if (entry.Joint == ListJoint.Or && _state.Function("exit") is null && Leaves(entry.Node))
        {
            _state.Directories = arrived ?? either;
            return;
        }

        _state.Join(before);
        _state.Reached = entry.Joint == ListJoint.And ? _state.Reached : null;
        _state.MayBeIn(either);
    }

    // Only of a plain command is it certain that its success is that of the change of directory in it.
    private void KeepReached(ShellNode node)
    {
        if (node is not SimpleCommand)
        {
            _state.Reached = null;
        }
    }

    // "cd x || exit": whoever gets past it is where it wanted to be.
    private static bool Leaves(ShellNode node) => node switch
    {
        SimpleCommand { Words: [var word, ..], Assignments.Count: 0, Redirections.Count: 0 } command => word.Bare is "exit" && (command.Words.Count == 1 || (command.Words.Count == 2 && command.Words[1].Bare?.All(char.IsAsciiDigit) == true)),
        BlockCommand { Subshell: false, Redirections.Count: 0, Body.Entries: [.., { Joint: ListJoint.Sequence, Background: false } last] } => Leaves(last.Node),
        _ => false,
    };

    private void WalkPipeline(Pipeline pipeline, ShellInput input)
    {
        var outer = _state;
        for (var i = 0; i < pipeline.Stages.Count && _judged <= MaxJudged; i++)
        {
            _state = Fork(outer);
            WalkNode(pipeline.Stages[i], input);
            input = new ShellInput(true, pipeline.Stages[i] is SimpleCommand { Redirections.Count: 0 } simple ? Printed(simple) : null);
        }

        // Some shells run the last stage themselves.
        var last = _state;
        _state = outer;
        _state.Join(last);
    }

    private string? Printed(SimpleCommand command) =>
        _state.Function("echo") is null && _state.Function("printf") is null ? KnownOutput.Printed(command, new WordExpander(_state)) : null;

    private void WalkBranches(BranchCommand command, ShellInput input)
    {
        List<ShellState> ends = [];
        foreach (var branch in command.Branches.TakeWhile(_ => _judged <= MaxJudged))
        {
            WalkNode(branch.Condition, input);
            var decided = _state;
            _state = Fork(decided);
            WalkNode(branch.Body, input);
            ends.Add(_state);
            _state = decided;
        }

        if (command.Otherwise is not null)
        {
            WalkNode(command.Otherwise, input);
        }

        ends.ForEach(e => _state.Join(e));
    }

    private void WalkCase(CaseCommand command, ShellInput input)
    {
        WalkInside(command.Subject);
        var start = _state;
        var any = Fork(start);
        foreach (var item in command.Items.TakeWhile(_ => _judged <= MaxJudged))
        {
            foreach (var pattern in item.Patterns)
            {
                WalkInside(pattern);
            }

            // ";&" lets one case run into the next, so each may begin where any before it ended.
            _state = Fork(any);
            WalkNode(item.Body, input);
            any.Join(_state);
        }

        _state = any;
    }

    private void WalkTest(TestCommand test)
    {
        foreach (var term in test.Terms)
        {
            WalkInside(term.Left);
            if (term.Right is { } right)
            {
                WalkInside(right);
            }

            WalkTerm(term, ReferenceEquals(term, test.Terms[0]));
        }
    }
}
