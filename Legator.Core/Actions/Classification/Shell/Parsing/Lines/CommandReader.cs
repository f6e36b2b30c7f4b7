using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads a simple command: assignments, words and redirections in any order.</summary>
internal static class CommandReader
{
    /// <summary>Reads a command; a function, where its words turn out to be the name of one.</summary>
    public static ShellNode Read(ShellCursor cursor)
    {
        var command = new SimpleCommand();
        List<Assignment>? assignments = null;
        List<Redirection>? redirections = null;
        var words = new List<ParsedWord>(4);
        var declares = false;
        while (true)
        {
            cursor.SkipBlanks();
            if (RedirectionReader.IsNext(cursor))
            {
                if (cursor.Current == '&')
                {
                    command.WordsBeforeJointRedirection ??= words.Count;
                }

                (redirections ??= []).Add(RedirectionReader.Read(cursor));
                continue;
            }

            if (PipelineReader.AtCommandEnd(cursor) || cursor.Current == '&')
            {
                break;
            }

            if (cursor.Current == '(')
            {
                return words.Count == 1 && assignments is null && redirections is null && FunctionReader.IsEmptyParentheses(cursor)
                    ? FunctionReader.ReadPlain(cursor, words[0])
                    : throw cursor.Problem("'(' is not expected here.");
            }

            if (words.Count == 0 && AssignmentReader.IsNext(cursor))
            {
                (assignments ??= []).Add(AssignmentReader.Read(cursor));
            }
            else
            {
                words.Add(declares && AssignmentReader.IsNext(cursor) ? AssignmentReader.ReadDeclared(cursor) : WordReader.Read(cursor));
                declares = declares || (words.Count == 1 && words[0].Bare is "declare" or "typeset" or "local" or "export" or "readonly");
            }
        }

        if (words.Count == 0 && assignments is null && redirections is null)
        {
            throw cursor.Problem("A command is missing.");
        }

        command.Words = words;
        command.Assignments = assignments ?? command.Assignments;
        command.Redirections = redirections ?? command.Redirections;
        return command;
    }
}
