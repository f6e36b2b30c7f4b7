using System.Collections.Frozen;
using System.Globalization;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>What a command substitution is known to give without running it.</summary>
internal static class KnownOutput
{
    private static readonly FrozenSet<string> Tame = FrozenSet.ToFrozenSet(
        ["uname", "hostname", "nproc", "pidof", "pgrep", "whoami", "id", "arch", "date"], StringComparer.Ordinal);

    private const int MostNumbers = 32;

    private static readonly string[] Disguises = ["\\x", "\\u", "\\04", "\\004", "\\13", "base64", "base32", "xxd", "uudecode", "openssl"];

    /// <summary>The very text, for <c>echo</c> and <c>printf</c> of literal words; null for anything else.</summary>
    public static string? Of(CommandList body, WordExpander expander) =>
        Only(body) is { Assignments.Count: 0, Redirections.Count: 0 } command ? Printed(command, expander)?.TrimEnd('\n') : null;

    /// <summary>What a command prints, its last new line included; null when nobody knows.</summary>
    public static string? Printed(SimpleCommand command, WordExpander expander)
    {
        if (command.Words.Count == 0 || command.Words[0].Literal is not ("echo" or "printf" or "seq") || command.Words.Any(MayRun))
        {
            return null;
        }

        var words = expander.Expand(command.Words);
        if (words.Any(w => w.Literal is null || w.Literal.Contains('\\', StringComparison.Ordinal)))
        {
            return null;
        }

        var arguments = words.Skip(1).Select(w => w.Literal!).ToList();
        return words[0].Literal switch { "echo" => Echo(arguments), "seq" => Count(arguments), _ => Format(arguments) };
    }

    /// <summary>True when what it prints seems to be spelled so that nobody can read it before.</summary>
    public static bool IsDisguised(CommandPiece piece)
    {
        foreach (var sign in Disguises)
        {
            if (piece.Source.Contains(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when it gives plain words, numbers mostly: no option, no path, no pattern.</summary>
    public static bool IsTame(CommandList body) =>
        Only(body) is { Assignments.Count: 0, Words.Count: > 0 } command
        && command.Words.All(w => w.Literal is not null)
        && Tame.Contains(command.Words[0].Literal!)
        && command.Words.Skip(1).All(w => IsTame(command.Words[0].Literal!, w.Literal!));

    /// <summary>The command of a substitution that holds just one.</summary>
    public static string? NameOf(CommandList body) => Only(body) is { Words: [var name, ..] } ? name.Literal : null;

    private static bool IsTame(string command, string argument) => command switch
    {
        "date" => argument is ['+', '%', ..] or ['-', _] && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '%' or '-' or '_' or '.' or ' ' or ':'),
        "pgrep" or "pidof" => !argument.StartsWith('-') || argument is "-f" or "-o" or "-n" or "-x" or "-of" or "-fo" or "-xo" or "-ox" or "-nf" or "-fn" or "-u" or "-s",
        _ => true,
    };

    /// <summary>True when it gives the path of a program: <c>command -v nginx</c>, <c>which nginx</c>.</summary>
    public static bool IsProgramPath(CommandList body) => Only(body) is { Assignments.Count: 0, Words: var words } && words.All(w => w.Literal is not null)
        && words.Select(w => w.Literal).ToList() switch
        {
            ["which", { } program] => IsPlain(program),
            ["command", "-v", { } program] => IsPlain(program),
            ["type", "-p" or "-P", { } program] => IsPlain(program),
            _ => false,
        };

    private static bool IsPlain(string program) =>
        program.Length > 0 && char.IsAsciiLetterOrDigit(program[0]) && program.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+' or '-');

    private static SimpleCommand? Only(CommandList body) =>
        body.Entries is [{ Node: SimpleCommand command, Background: false }] ? command : null;

    private static bool MayRun(ParsedWord word) =>
        word.Pieces.Any(p => p is ProcessPiece or ArithmeticPiece or CommandPiece { Body.Entries.Count: > 1 });

    private static string? Echo(List<string> arguments)
    {
        var end = "\n";
        while (arguments.Count > 0 && arguments[0] is ['-', ..])
        {
            if (arguments[0] is not ("-n" or "-e" or "-E"))
            {
                return null;
            }

            end = arguments[0] == "-n" ? "" : end;
            arguments.RemoveAt(0);
        }

        return string.Join(' ', arguments) + end;
    }

    private static string? Count(List<string> arguments)
    {
        if (arguments.Count is 0 or > 2 || !arguments.TrueForAll(a => a.Length is > 0 and < 7 && a.All(char.IsAsciiDigit) && (a[0] != '0' || a.Length == 1)))
        {
            return null;
        }

        var first = arguments.Count == 1 ? 1 : int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var count = int.Parse(arguments[^1], CultureInfo.InvariantCulture) - first + 1;
        return count is > 0 and <= MostNumbers ? string.Concat(Enumerable.Range(first, count).Select(n => $"{n}\n")) : null;
    }

    private static string? Format(List<string> arguments) => arguments switch
    {
        [var format] when !format.Contains('%', StringComparison.Ordinal) && !format.StartsWith('-') => format,
        ["%s", var text] => text,
        _ => null,
    };
}
