using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Calls of awk: its program may run commands and write files.</summary>
internal static class AwkCalls
{
    /// <summary>Judges a call.</summary>
    public static void Judge(CommandCall call)
    {
        Extras(call);
        var operands = call.Given.Operands;
        if (operands.Count == 0 || call.Told)
        {
            return;
        }

        Program(call, operands[0]);
        for (var i = 1; i < operands.Count; i++)
        {
            if (!Assigns(operands[i].Prefix))
            {
                call.Use(ArgumentRole.Read, operands[i]);
            }
        }
    }

    // "-W" stands for any long option, also for those that run a program from a file.
    private static void Extras(CommandCall call)
    {
        foreach (var option in call.Given.Options)
        {
            if (option.Shape.Name == "-W" && option.Value?.Literal is not ("version" or "usage" or "help" or "posix" or "traditional" or "interactive" or "re-interval"))
            {
                call.Unknown("the option may run a program from a file");
            }
        }
    }

    private static void Program(CommandCall call, ShellWord word)
    {
        if (word.Literal is not { } text)
        {
            call.Unknown("nobody knows the program that awk gets");
            return;
        }

        var program = new AwkProgram(text);
        if (program.Read() is { } trouble)
        {
            call.Unknown(trouble);
        }

        foreach (var command in program.Commands)
        {
            call.RunText(ShellWord.Of(command));
        }

        foreach (var path in program.Written)
        {
            call.Take(FileRules.Write(call.Scope, ShellWord.Of(path)));
        }

        foreach (var path in program.Files)
        {
            call.Take(FileRules.Read(call.Scope, ShellWord.Of(path)));
        }
    }

    private static bool Assigns(string text)
    {
        var equals = text.IndexOf('=');
        if (equals <= 0 || char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        foreach (var sign in text.AsSpan(0, equals))
        {
            if (!char.IsAsciiLetterOrDigit(sign) && sign != '_')
            {
                return false;
            }
        }

        return true;
    }
}
