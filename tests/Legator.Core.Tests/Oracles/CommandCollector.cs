using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Tests.Oracles;

/// <summary>Lists the simple commands of a line with their literal words, in the form that the oracle gives.</summary>
internal sealed class CommandCollector
{
    private const string Dynamic = "<…>";
    private readonly List<string[]> found = [];

    public static List<string[]> Of(ShellNode program)
    {
        var collector = new CommandCollector();
        collector.Visit(program);
        return collector.found;
    }

    private void Visit(ShellNode node)
    {
        foreach (var redirection in node.Redirections)
        {
            Visit(redirection.Target);
            Visit(redirection.Document?.Body ?? ParsedWord.Empty);
        }

        switch (node)
        {
            case CommandList list: list.Entries.ToList().ForEach(e => Visit(e.Node)); break;
            case Pipeline pipeline: pipeline.Stages.ToList().ForEach(Visit); break;
            case SimpleCommand simple: VisitSimple(simple); break;
            case BlockCommand block: Visit(block.Body); break;
            case LoopCommand loop: Visit(loop.Condition); Visit(loop.Body); break;
            case ForCommand each: Visit(each.Words ?? []); Visit(each.Body); break;
            case CountingCommand counting: Visit(counting.Expression); Visit(counting.Body); break;
            case ArithmeticCommand arithmetic: Visit(arithmetic.Expression); break;
            case FunctionCommand function: Visit(function.Body); break;
            case CoprocessCommand process: Visit(process.Body); break;
            case BranchCommand branch:
                branch.Branches.ToList().ForEach(b => { Visit(b.Condition); Visit(b.Body); });
                Visit(branch.Otherwise ?? new CommandList([]));
                break;
            case CaseCommand choice:
                Visit(choice.Subject);
                choice.Items.ToList().ForEach(i => { Visit(i.Patterns); Visit(i.Body); });
                break;
            case TestCommand test: test.Terms.ToList().ForEach(t => Visit([t.Left, t.Right ?? ParsedWord.Empty])); break;
            default: throw new InvalidOperationException($"{node.GetType().Name} is not known here.");
        }
    }

    private void VisitSimple(SimpleCommand command)
    {
        foreach (var assignment in command.Assignments)
        {
            Visit([assignment.Subscript ?? ParsedWord.Empty, assignment.Value]);
        }

        Visit(command.Words);
        if (command.Words.Count > 0)
        {
            var computes = command.Words[0].Literal == "let";
            found.Add([.. command.Words.Select((w, i) => i > 0 && computes ? Dynamic : Shown(w))]);
        }
    }

    private void Visit(IEnumerable<ParsedWord> words) => words.ToList().ForEach(Visit);

    private void Visit(ParsedWord word)
    {
        foreach (var piece in word.Pieces)
        {
            switch (piece)
            {
                case CommandPiece command: Visit(command.Body); break;
                case ProcessPiece process: Visit(process.Body); break;
                case ArithmeticPiece arithmetic: Visit(arithmetic.Expression); break;
                case ArrayPiece array: Visit(array.Elements); break;
                case ParameterPiece parameter: Visit([parameter.Subscript ?? ParsedWord.Empty, parameter.Operand ?? ParsedWord.Empty]); break;
            }
        }
    }

    private static string Shown(ParsedWord word) =>
        word.Pieces.Any(p => p.Quoting == Quoting.Pattern) ? Dynamic : word.Literal ?? Dynamic;
}
