using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Parsing.Pieces;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Tests.Oracles;

namespace Legator.Core.Tests.Actions.Classification.Shell.Parsing;

public sealed class ShellParserTests
{
    [Theory]
    [InlineData("ls -l", "ls|-l")]
    [InlineData("a; b & c && d || e", "a b c d e")]
    [InlineData("a | b |& c", "a b c")]
    [InlineData("! a", "a")]
    [InlineData("!(a)", "a")]
    [InlineData("time -p a", "a")]
    [InlineData("{ a; }; (b)", "a b")]
    [InlineData("if a; then b; elif c; then d; else e; fi", "a b c d e")]
    [InlineData("while a; do b; done; until c; do d; done", "a b c d")]
    [InlineData("for x in $(a); do b; done", "a b")]
    [InlineData("for ((i=$(a);;)); do b; done", "a b")]
    [InlineData("select x in $(a); do b; done", "a b")]
    [InlineData("case $(a) in $(b)|c) d;; e) f;& *) g;;& esac", "a b d f g")]
    [InlineData("f() { a; }; function g { b; }; function h() (c)", "a b c")]
    [InlineData("coproc a; coproc X { b; }", "a b")]
    [InlineData("[[ $(a) == b && -f `c` ]]", "a c")]
    [InlineData("(( x[$(a)] + 1 ))", "a")]
    [InlineData("x=$(a) y=(1 $(b)) z[$(c)]=1 d", "a b c d")]
    [InlineData("a <(b) >(c)", "a|<…>|<…> b c")]
    [InlineData("a > $(b) 2>&1 < <(c)", "a b c")]
    [InlineData("a <<E\n$(b) `c`\nE\nd", "a b c d")]
    [InlineData("a <<'E'\n$(b)\nE\nd", "a d")]
    [InlineData("a <<X <<-Y\n$(b)\nX\n\t$(c)\n\tY\nd", "a b c d")]
    [InlineData("a <<< \"$(b)\"", "a b")]
    [InlineData("a ${x:-$(b)} ${x/$(c)/`d`} ${y[$(e)]} ${z:$(f)}", "a|<…>|<…>|<…>|<…> b c d e f")]
    [InlineData("a $((1 + $(b))) $[$(c)]", "a|<…>|<…> b c")]
    [InlineData("a \"b `c \"d\"` e\"", "a|<…> c|d")]
    [InlineData("a `b \\`c\\``", "a|<…> b|<…> c")]
    [InlineData("i\\\nf a; then b; fi", "a b")]
    [InlineData("r\\\nm x", "rm|x")]
    [InlineData("r''m \"x\"y'z' \\a $'\\x41'", "rm|xyz|a|A")]
    [InlineData("a # b\nc", "a c")]
    [InlineData("a#b", "a#b")]
    [InlineData("a\r\nb", "a\r b")]
    [InlineData("a\u00a0b", "a\u00a0b")]
    public void Commands_AreFoundWhereverTheyStand(string line, string commands) =>
        Commands(line).ShouldBe(commands.Split(' ').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("a |")]
    [InlineData("a && ")]
    [InlineData("| a")]
    [InlineData("; a")]
    [InlineData("a ;; b")]
    [InlineData("( a")]
    [InlineData("a )")]
    [InlineData("{ a }")]
    [InlineData("if a; then fi")]
    [InlineData("if a then b fi")]
    [InlineData("for x in a; b; done")]
    [InlineData("case x in a b) c;; esac")]
    [InlineData("[[ a b ]]")]
    [InlineData("[[ a")]
    [InlineData("((a")]
    [InlineData("((a; b))")]
    [InlineData("f() a")]
    [InlineData("a >")]
    [InlineData("a > ;")]
    [InlineData("a 'b")]
    [InlineData("a \"b")]
    [InlineData("a `b")]
    [InlineData("a $(b")]
    [InlineData("a ${b")]
    [InlineData("a ${ b; }")]
    [InlineData("a ${b c}")]
    [InlineData("a (b)")]
    [InlineData("a <<E\nb")]
    [InlineData("a <<$(b)\nc\n$(b)")]
    [InlineData("a <<E\nb\\\nE\nc\nE")]
    [InlineData("a <<E\nE\\\n\nc\nE\nd")]
    [InlineData("a $(b <<E)\nc\nE")]
    [InlineData("a\0b")]
    [InlineData("done")]
    public void LineThatNoShellTakesForCertain_IsRefused(string line)
    {
        var answer = ShellParser.Parse(line);
        answer.Program.ShouldBeNull();
        answer.Problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("a $'\\'; b #'", "a|$\\ b")]
    [InlineData("a \"${x:-'}\"; b; c \"'}\"", "a|<…> b c|'}")]
    public void LineThatShellsReadDifferently_IsReadInBothWays(string line, string other)
    {
        var answer = ShellParser.Parse(line);
        answer.Doubt.ShouldNotBeNull();
        answer.Readings.Select(r => string.Join(' ', CommandCollector.Of(r).Select(c => string.Join('|', c)))).ShouldContain(other);
    }

    [Theory]
    [InlineData("a > x", RedirectionKind.Write, null)]
    [InlineData("a 2>> x", RedirectionKind.Append, "2")]
    [InlineData("a <> x", RedirectionKind.ReadWrite, null)]
    [InlineData("a >| x", RedirectionKind.Write, null)]
    [InlineData("a &> x", RedirectionKind.WriteBoth, null)]
    [InlineData("a &>> x", RedirectionKind.AppendBoth, null)]
    [InlineData("a >& x", RedirectionKind.DuplicateOutput, null)]
    [InlineData("a 3<&x", RedirectionKind.DuplicateInput, "3")]
    [InlineData("a {fd}> x", RedirectionKind.Write, "{fd}")]
    [InlineData("a <<< x", RedirectionKind.HereString, null)]
    [InlineData("a < x", RedirectionKind.Read, null)]
    public void Redirection_IsReadWithItsDescriptor(string line, object kind, string? descriptor)
    {
        var command = ShellParser.Parse(line).Program!.Entries[0].Node.ShouldBeOfType<SimpleCommand>();
        command.Words.Count.ShouldBe(1);
        var redirection = command.Redirections.ShouldHaveSingleItem();
        redirection.Kind.ShouldBe((RedirectionKind)kind);
        redirection.Descriptor.ShouldBe(descriptor);
        redirection.Target.Literal.ShouldBe("x");
    }

    [Theory]
    [InlineData("a\\tb\\n", "a\tb\n")]
    [InlineData("\\x41\\102\\u0043\\U00000044", "ABCD")]
    [InlineData("\\x{45}\\cA\\e\\\\\\'\\\"\\?", "E\u0001\u001b\\'\"?")]
    [InlineData("a\\0b", "a")]
    [InlineData("\\q\\xg", "\\q\\xg")]
    public void AnsiText_IsDecoded(string text, string decoded) => AnsiText.Decode(text).ShouldBe(decoded);

    private static IEnumerable<string> Commands(string line) =>
        CommandCollector.Of(ShellParser.Parse(line).Program.ShouldNotBeNull(ShellParser.Parse(line).Problem)).Select(c => string.Join('|', c)).Order(StringComparer.Ordinal);
}
