using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing.Lines;

/// <summary>Reads <c>coproc</c>, with a name or without.</summary>
internal static class CoprocessReader
{
    /// <summary>Reads one.</summary>
    public static CoprocessCommand Read(ShellCursor cursor)
    {
        cursor.At += "coproc".Length;
        cursor.SkipBlanks();
        var start = cursor.At;
        cursor.Enter();
        var name = "COPROC";
        var word = cursor.PeekBare().ToString();
        var body = NodeReader.ReadCompound(cursor);
        if (body is null && Characters.IsName(word))
        {
            cursor.At += word.Length;
            cursor.SkipBlanks();
            body = NodeReader.ReadCompound(cursor);
            name = body is null ? name : word;
        }

        if (body is null)
        {
            cursor.At = start;
            body = NodeReader.Read(cursor);
        }
        else
        {
            body.Redirections = RedirectionReader.ReadAll(cursor);
        }

        cursor.Leave();
        return new CoprocessCommand(name, body);
    }
}
