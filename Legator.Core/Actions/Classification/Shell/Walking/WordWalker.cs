using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks the commands that lie inside of a word.</summary>
internal static class WordWalker
{
    /// <summary>Walks a word.</summary>
    public static void Walk(WalkState walk, ParsedWord word)
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
                    NodeWalker.Apart(walk, command.Body, Inherited(walk));
                    break;
                case ProcessPiece process:
                    NodeWalker.Apart(walk, process.Body, process.Writes ? ShellInput.Something : Inherited(walk));
                    break;
                case ArithmeticPiece arithmetic:
                    ExpressionWalker.Compute(walk, arithmetic.Expression);
                    break;
                case ParameterPiece parameter:
                    WalkParameter(walk, parameter);
                    break;
                case ArrayPiece array:
                    foreach (var element in array.Elements)
                    {
                        Walk(walk, element);
                    }

                    break;
            }
        }
    }

    // A command inside of a word has the standard input of the shell around it, which may be a pipe.
    private static ShellInput Inherited(WalkState walk) => walk.Effective(walk.Input).Shared();

    private static void WalkParameter(WalkState walk, ParameterPiece parameter)
    {
        if (!parameter.Length)
        {
            SentContents.Expanded(walk, parameter.Name);
        }

        if (parameter.Subscript is { } subscript && subscript.Source is not ("@" or "*"))
        {
            ExpressionWalker.Compute(walk, subscript);
        }

        if (parameter.Operand is { } operand)
        {
            if (parameter.Operator == ":")
            {
                ExpressionWalker.Compute(walk, operand);
            }
            else
            {
                Walk(walk, operand);
            }
        }

        if (parameter.Operator is "=" or ":=")
        {
            AssignmentWalker.Overwrite(walk, parameter.Name);
            walk.Shell.Forget(parameter.Name);
        }

        if (parameter.Operator == "@P")
        {
            walk.AddUnsafe("run", parameter.Source, "a prompt's text may run commands");
            ExpressionWalker.AddCode(walk, walk.Shell.Variable(parameter.Name)?.Text?.Literal ?? "");
        }

        if (parameter.Indirect && walk.Shell.Variable(parameter.Name) is { } named)
        {
            ExpressionWalker.CheckName(walk, named.Text, parameter.Source);
        }
    }
}
