using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Expansion;

/// <summary>Files that a command lists, told by how it is written: <c>$(find /var/log -name '*.log')</c>, <c>$(ls -t /var/log/*.log | head -1)</c>, <c>$(grep -rl error /var/log)</c>.</summary>
internal static class ListedFiles
{
    private const int Longest = 400;

    /// <summary>Patterns of the paths that a word stands for; null when nobody knows them.</summary>
    public static IReadOnlyList<ShellWord>? In(ShellWord word) =>
        word.Parts is [{ Kind: WordPartKind.Unknown or WordPartKind.UnknownSplit, Text: var text }] ? Of(text) : null;

    /// <summary>True when every line that a command prints is the path of a file below directories that it names.</summary>
    public static bool Are(SimpleCommand command) => Patterns(command) is not null;

    private static IReadOnlyList<ShellWord>? Of(string source)
    {
        if (source.Length is < 8 or > Longest || !source.StartsWith("$(", StringComparison.Ordinal) || source[^1] != ')' || source.Contains("{}", StringComparison.Ordinal))
        {
            return null;
        }

        if (ShellParser.Parse(source[2..^1]) is not { Problem: null, Doubt: null, Program.Entries: [{ Background: false, Node: var node }] })
        {
            return null;
        }

        return node switch
        {
            SimpleCommand command => Patterns(command),
            Pipeline { Stages: [SimpleCommand first, ..] stages } when stages.Skip(1).All(s => s is SimpleCommand filter && ListedNames.AreKeptBy(filter)) => Patterns(first),
            _ => null,
        };
    }

    private static IReadOnlyList<ShellWord>? Patterns(SimpleCommand command)
    {
        if (command.Assignments.Count > 0 || command.Words.Count is < 2 or > 40 || !IsQuiet(command))
        {
            return null;
        }

        return command.Words[0].Literal switch
        {
            "find" => Found(command.Words),
            "ls" => Shown(command.Words),
            "grep" or "egrep" or "zgrep" => Matched(command.Words),
            _ => null,
        };
    }

    /// <summary>True when only messages of a command go elsewhere.</summary>
    public static bool IsQuiet(SimpleCommand command)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection is not { Kind: RedirectionKind.Write, Descriptor: "2", Target.Literal: "/dev/null" })
            {
                return false;
            }
        }

        return true;
    }

    private static List<ShellWord>? Found(IReadOnlyList<ParsedWord> words)
    {
        var starts = new List<ShellWord>();
        string? name = null;
        for (var i = 1; i < words.Count; i++)
        {
            var test = words[i].Literal;
            if (test is ['/', ..] && starts.Count == i - 1)
            {
                starts.Add(ShellWord.Of(test));
            }
            else if (test is "-name" or "-iname" or "-type" or "-mtime" or "-mmin" or "-size" or "-maxdepth" or "-mindepth" or "-newermt" or "-user" && i + 1 < words.Count && words[i + 1].Literal is { } value)
            {
                name = test is "-name" ? value : name;
                i++;
            }
            else if (test is not ("-xdev" or "-mount" or "-print" or "-print0" or "-empty"))
            {
                return null;
            }
        }

        // A pattern stands for itself only where no shell has put names in its place.
        return starts.Count is 0 or > 8 || starts.Exists(s => IsPattern(s.Literal!)) ? null
            : name is null || name.Contains('\\', StringComparison.Ordinal) ? starts.ConvertAll(FileRules.Below)
            : starts.ConvertAll(s => new ShellWord([.. FileRules.Below(s).Parts, new WordPart(WordPartKind.Literal, "/"), new WordPart(WordPartKind.Glob, name)]));
    }

    // Of a directory ls prints bare names, so only what can hardly be one is known: files with an ending, and whatever is asked for with -d.
    private static List<ShellWord>? Shown(IReadOnlyList<ParsedWord> words)
    {
        var files = new List<ShellWord>();
        var itself = false;
        foreach (var word in words.Skip(1))
        {
            if (word.Bare is ['-', _, ..] flags && files.Count == 0)
            {
                if (flags.AsSpan(1).ContainsAnyExcept("1trSAdv"))
                {
                    return null;
                }

                itself |= flags.Contains('d', StringComparison.Ordinal);
            }
            else if (word.Bare is ['/', ..] path && !path.AsSpan().ContainsAny("{}~") && (itself || path.AsSpan(path.LastIndexOf('/')).Contains('.')))
            {
                files.Add(IsPattern(path) ? new ShellWord([new WordPart(WordPartKind.Glob, path)]) : ShellWord.Of(path));
            }
            else
            {
                return null;
            }
        }

        return files.Count is 0 or > 8 ? null : files;
    }

    private static List<ShellWord>? Matched(IReadOnlyList<ParsedWord> words)
    {
        var lists = false;
        var at = 1;
        for (; at < words.Count && words[at].Literal is ['-', _, ..] flags; at++)
        {
            if (!flags.StartsWith("--include=", StringComparison.Ordinal) && flags.AsSpan(1).ContainsAnyExcept("rRliwEFsI"))
            {
                return null;
            }

            lists |= flags[1] != '-' && flags.Contains('l', StringComparison.Ordinal);
        }

        var places = words.Skip(at + 1).Select(w => w.Bare).ToList();
        return !lists || at >= words.Count || words[at].Literal is null || places.Count is 0 or > 8 || !places.TrueForAll(p => p is ['/', ..] && !p.AsSpan().ContainsAny("{}~*?["))
            ? null
            : places.ConvertAll(p => FileRules.Below(ShellWord.Of(p!)));
    }

    private static bool IsPattern(string path) => path.AsSpan().ContainsAny("*?[");
}
