using Legator.Core.Actions.Classification.Shell.Parsing.Lines;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

/// <summary>Reads a line as POSIX shells and bash do. It runs nothing and expands nothing; what it cannot read for certain it refuses.</summary>
internal static class ShellParser
{
    /// <summary>Reads a line, or a script of several.</summary>
    public static ParsedLine Parse(string text)
    {
        var first = Parse(text, new ParseContext());
        if (first.Doubt is null || first.Program is null)
        {
            return first;
        }

        // A shell runs the lines before the one that it cannot read; of a single line it runs nothing.
        var other = Parse(text, new ParseContext { Plain = true }).Program;
        return other is null && text.Contains('\n', StringComparison.Ordinal)
            ? new ParsedLine(null, first.Doubt, first.Doubt)
            : first with { Other = other };
    }

    /// <summary>Reads a text to its end.</summary>
    public static CommandList ReadProgram(ShellCursor cursor)
    {
        if (cursor.Text.Contains('\0', StringComparison.Ordinal))
        {
            throw cursor.Problem("The text holds a NUL character, at which shells stop reading.");
        }

        var program = ListReader.Read(cursor);
        return cursor.AtEnd ? program : throw cursor.Problem($"'{cursor.Shown()}' has no beginning.");
    }

    private static ParsedLine Parse(string text, ParseContext context)
    {
        try
        {
            var program = ReadProgram(new ShellCursor(text, context, depth: 0));
            return new ParsedLine(program, null, context.Doubt);
        }
        catch (ShellSyntaxException problem)
        {
            return new ParsedLine(null, problem.Message, context.Doubt);
        }
    }
}
