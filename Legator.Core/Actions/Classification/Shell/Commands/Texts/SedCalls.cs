using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Calls of sed: its script may read, write and run things, and its files may be rewritten.</summary>
internal static class SedCalls
{
    /// <summary>Judges a call.</summary>
    public static void Judge(CommandCall call)
    {
        var given = call.Given;
        var inline = given.Has("-e", "--expression", "-f", "--file");
        foreach (var option in given.Options)
        {
            if (option.Shape.Name is "-e" or "--expression" && option.Value is { } part)
            {
                Script(call, part);
            }
        }

        if (!inline && given.Operands.Count > 0)
        {
            Script(call, given.Operands[0]);
        }

        var rewrites = given.Has("-i", "--in-place");
        for (var i = inline ? 0 : 1; i < given.Operands.Count; i++)
        {
            call.Use(rewrites ? ArgumentRole.Write : ArgumentRole.Read, given.Operands[i]);
        }
    }

    private static void Script(CommandCall call, ShellWord script)
    {
        if (script.Literal is not { } text)
        {
            call.Unknown("nobody knows the script that sed gets");
            return;
        }

        var reader = new SedScript(text);
        if (!reader.Read())
        {
            call.Unknown("the script that sed gets runs something, or cannot be read");
        }

        foreach (var path in reader.Written)
        {
            call.Take(FileRules.Write(call.Scope, ShellWord.Of(path)));
        }

        foreach (var path in reader.Files)
        {
            call.Take(FileRules.Read(call.Scope, ShellWord.Of(path)));
        }
    }
}
