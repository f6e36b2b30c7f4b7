using System.Text.Json;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Shell;

namespace Legator.Core.Tests.Actions.Classification.Shell.Parsing;

/// <summary>Whatever the line is, the classifier answers, and soon.</summary>
public sealed class ShellFuzzTests
{
    private static readonly string[] Tokens =
    [
        "ls", "rm", "cat", "x", "f", "1", "$x", "${", "}", "$(", ")", "((", "))", "$((", "`", "'", "\"", "\\", "\n", ";", ";;", "&", "&&", "|", "||", "|&", ">", ">>", "<", "<<", "<<-", "<<<", "<(", ">(", "&>", "2>&1",
        "if", "then", "elif", "else", "fi", "for", "in", "do", "done", "while", "until", "case", "esac", "{", "select", "function", "f()", "[[", "]]", "[", "]", "!", "time", "coproc", "=", "x=", "x[", "]=", "(", "{a,b}", "{1..3}", "..", ",",
        "$'", "$\"", "${x:-", "${!x}", "${x//", "${x@P}", "#", "E", "\nE\n", "*", "?", "@(", "!(", "~", "=~", "==", "-eq", "-f", "eval", "sh -c", "sudo", "xargs", "trap", "alias", "x=1", "export", "declare -n", "cd /", "set --", "shift", "$@", "\r", "\t", "\u00a0", "\0", "é", "\ud800",
    ];

    [Fact]
    public void RandomCharacters_AreAnswered()
    {
        var random = new Random(1);
        for (var i = 0; i < 4000; i++)
        {
            Answer(new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(8) == 0 ? (char)random.Next(0x10000) : (char)random.Next(128))]));
        }
    }

    [Fact]
    public void RandomTokens_AreAnswered()
    {
        var random = new Random(2);
        for (var i = 0; i < 12000; i++)
        {
            Answer(string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 30)).Select(_ => Tokens[random.Next(Tokens.Length)])));
        }
    }

    [Fact]
    public void ChangedLines_AreAnswered()
    {
        var random = new Random(3);
        var lines = File.ReadLines(RepositoryFolder.File("tests/Legator.Core.Tests/Oracles/shell-lines.jsonl")).Select(l => JsonSerializer.Deserialize<string>(l)!).ToList();
        for (var i = 0; i < 12000; i++)
        {
            Answer(Changed(lines[random.Next(lines.Count)], lines[random.Next(lines.Count)], random));
        }
    }

    [Theory]
    [InlineData("$(", ")")]
    [InlineData("`", "`")]
    [InlineData("\"$(", ")\"")]
    [InlineData("${x:-", "}")]
    [InlineData("((", "))")]
    [InlineData("$((", "))")]
    [InlineData("( ", ")")]
    [InlineData("{ ", "; }")]
    [InlineData("if ", "; then ls; fi")]
    [InlineData("while ", "; do ls; done")]
    [InlineData("for i in 1 2; do ", "; done")]
    [InlineData("case x in a) ", ";; esac")]
    [InlineData("f() { ", "; }")]
    [InlineData("[[ ( ", " ) ]]")]
    [InlineData("a[$(", ")]=1")]
    [InlineData("x=(", ")")]
    [InlineData("<(", ")")]
    [InlineData("{a,", "}")]
    [InlineData("ls @(", ")")]
    [InlineData("eval ", "")]
    [InlineData("sudo ", "")]
    [InlineData("! ", "")]
    [InlineData("coproc ", "")]
    [InlineData("ls <<A; ", "")]
    [InlineData("$((", "")]
    [InlineData("((a'", "")]
    [InlineData("x[", "")]
    [InlineData("export x[ ", "]")]
    [InlineData("${x[", "]}")]
    [InlineData("{", "")]
    [InlineData("r\\\n", "")]
    [InlineData("ls;", "")]
    [InlineData("ls|", "")]
    [InlineData("x=$x$x;", "")]
    [InlineData("{a,b}", "")]
    public void DeepOrLongLines_AreAnsweredSoon(string open, string close)
    {
        foreach (var times in new[] { 10, 40, 100, 1000, 30_000 })
        {
            var line = string.Concat(Enumerable.Repeat(open, times)) + "ls" + string.Concat(Enumerable.Repeat(close, times));
            Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(4), () =>
            {
                Answer(line);
                Answer("echo " + line);
            }, $"{times} times {open}");
        }
    }

    [Theory]
    [InlineData("ls ")]
    [InlineData("ls;")]
    [InlineData("a=1 ")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("$(ls)")]
    [InlineData("\n")]
    public void AMegabyte_IsAnsweredWithinASecond(string part)
    {
        var line = string.Concat(Enumerable.Repeat(part, 1_048_576 / part.Length));
        Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(1), () => Answer(line));
    }

    [Theory]
    [InlineData("case x in ", "a);; ", " esac")]
    [InlineData("if a; then b; ", "elif c; then d; ", "fi")]
    [InlineData("ls ", "&& ls ", "")]
    [InlineData("ls ", "| ls ", "")]
    [InlineData("x=1", "; x=$x$x; ls && ls", "")]
    [InlineData("ls", " <<E\n$(ls)\nE\nls", "")]
    [InlineData("ls ", "`ls`", "")]
    [InlineData("[[ a ", "&& a ", "]]")]
    [InlineData("(( a ", "&& b ", "))")]
    [InlineData("cd /a", "; cd b", "")]
    [InlineData("f() { ls; }; f", "; f", "")]
    [InlineData("set -- a", "; set -- $@ $@; f $@", "")]
    [InlineData("a=(x)", "; a+=(\"${a[@]}\")", "")]
    public void RepeatedParts_AreAnsweredSoon(string begin, string part, string end)
    {
        Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(4), () => Answer(begin + string.Concat(Enumerable.Repeat(part, (120_000 - begin.Length) / part.Length)) + end));
    }

    [Fact]
    public void ManyVariablesAndManyBranches_AreAnswered()
    {
        var variables = string.Concat(Enumerable.Range(0, 6000).Select(i => $"a{i}=1;"));
        Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(4), () => Answer(variables + "ls" + string.Concat(Enumerable.Repeat("&&ls", 8000))));
    }

    [Fact]
    public void FunctionsThatCallOneAnother_AreAnswered()
    {
        var functions = string.Concat(Enumerable.Range(1, 40).Select(i => $"f{i}() {{ f{i - 1}; f{i - 1}; f{i - 1}; f{i + 1}; }}; "));
        Quickest.ShouldTakeLessThan(TimeSpan.FromSeconds(3), () => Answer(functions + "f0() { ls; }; f40"));
    }

    private static void Answer(string line)
    {
        var answer = ShellClassifier.Classify("web-1", line, ClassificationContext.Empty);
        answer.Reason.ShouldNotBeNullOrEmpty(line);
    }

    private static string Changed(string line, string other, Random random)
    {
        var at = random.Next(line.Length + 1);
        var from = random.Next(other.Length + 1);
        var token = Tokens[random.Next(Tokens.Length)];
        return random.Next(5) switch
        {
            0 => line.Insert(at, token),
            1 => line[..at],
            2 => line[at..],
            3 => line[..at] + other[from..],
            _ => line[..at] + token + line[Math.Min(line.Length, at + random.Next(4))..],
        };
    }
}
