using System.Diagnostics;
using System.Text;
using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Walking;

namespace Legator.Core.Tests.Oracles;

/// <summary>Quotes are removed and braces expanded as bash itself does it.</summary>
public sealed class BashWordTests
{
    // None of these can name a command or a file: what bash runs is its own printf.
    private static readonly string[] Atoms =
    [
        "'a b'", "'", "\"", "\"x y\"", "\\", "\\\\", "\\'", "\\\"", "$'\\x41\\n'", "$'\\u41'", "$'\\''", "$'a\\tb'", "$'\\101z'", "$'\\cA'", "$'\\x{41}b'", "$'\\e'", "$'\\q'",
        "{a,b}", "{1..3}", "{", "}", ",", "..", "{a..c}", "{01..3}", "{3..1}", "{1..9..4}", "a", "b", " ", "  ", "\t", "\\\n", "$\"l\"", "\"a\\\"b\"", "\"\\$x\"", "\"\\a\"", "''", "\"\"",
        "{,}", "{a,{b,c}}", "-", "1", "=", "#", "%", "\\{", "'{a,b}'", "{a,b", "a,b}", "{x}", "{}", "\\ ", "!", "^", "\"{a,b}\"", "$'\\0ab'", "$'\\x'", "{c..a..2}", "{-1..1}", "{a\\,b,c}", "{\"a\",'b'}", "@", "+", "$",
    ];

    [Fact]
    public void Words_AreThoseThatBashMakes()
    {
        Assert.SkipWhen(!File.Exists("/bin/bash") && !File.Exists("/usr/bin/bash"), "There is no bash on this machine.");
        var random = new Random(20);
        var lines = Enumerable.Range(0, 1500).Select(_ => "w " + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Atoms[random.Next(Atoms.Length)]))).ToList();
        var known = lines.Select(l => (Line: l, Words: Ours(l))).Where(l => l.Words is not null && !l.Line.EndsWith('\\')).ToList();
        known.Count.ShouldBeGreaterThan(500);

        var answers = Bash(known.Select(k => k.Line)).ToList();

        known.Zip(answers, (k, answer) => k.Words == answer ? null : $"{k.Line}\n  ours {k.Words}\n  bash {answer}").OfType<string>().ShouldBeEmpty();
    }

    // Null where we do not claim to know.
    private static string? Ours(string line)
    {
        if (ShellParser.Parse(line) is not { Program.Entries: [{ Node: SimpleCommand command }] })
        {
            return null;
        }

        var words = new WordExpander(new ShellState()).Expand(command.Words);
        return words.All(w => w.Literal is not null) ? Shown(words.Skip(1).Select(w => w.Literal!)) : null;
    }

    private static IEnumerable<string> Bash(IEnumerable<string> lines)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["--norc", "--noprofile"]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 })!;
        var answer = bash.StandardOutput.ReadToEndAsync();
        bash.StandardInput.Write("set -f; w() { printf '<%s>' \"$@\"; printf '\\0'; }\n");
        foreach (var line in lines)
        {
            bash.StandardInput.Write(line + "\n");
        }

        bash.StandardInput.Close();
        return answer.GetAwaiter().GetResult().Split('\0')[..^1];
    }

    private static string Shown(IEnumerable<string> words) => string.Concat(words.DefaultIfEmpty("").Select(w => $"<{w}>"));
}
