using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Tests.Actions.Classification.Shell.Commands;

public sealed class OptionReaderTests
{
    private const string Spec = "-abn:o>i? --number= --output> --color? --all --pair%";

    [Fact]
    public void Letters_Joined_AreReadUpToTheOneWithAValue()
    {
        var given = Read("-abn5", "file");

        given.Options.Select(o => o.Shape.Name).ShouldBe(["-a", "-b", "-n"]);
        given.Value("-n")?.Literal.ShouldBe("5");
        given.Operands.Single().Literal.ShouldBe("file");
    }

    [Fact]
    public void Value_OfItsOwn_IsTakenFromTheNextWord() => Read("x", "-o", "y").Value("-o")?.Literal.ShouldBe("y");

    [Fact]
    public void OptionalValue_IsNeverTakenFromTheNextWord() => Read("-i", "y").Operands.Single().Literal.ShouldBe("y");

    [Theory]
    [InlineData("--out=x", "--output")]
    [InlineData("--nu=1", "--number")]
    public void LongName_Shortened_IsTheOnlyOneThatBeginsSo(string word, string name) => Read(word).Options.Single().Shape.Name.ShouldBe(name);

    [Theory]
    [InlineData("--unheard")]
    [InlineData("-z")]
    [InlineData("-az")]
    [InlineData("-n")]
    public void Option_ThatIsNotKnownOrLacksItsValue_IsAStranger(string word) => Read(word).Stranger.ShouldNotBeNull();

    [Fact]
    public void Dashes_EndTheOptions() => Read("--", "-o", "x").Operands.Count.ShouldBe(2);

    [Fact]
    public void Posix_EndsTheOptionsAtTheFirstOperand()
    {
        var given = Read(OptionStyle.Posix, "cmd", "-o", "x");

        given.Options.ShouldBeEmpty();
        given.FirstOperand.ShouldBe(0);
    }

    [Fact]
    public void Pair_TakesTwoWords() => Read("--pair", "name", "value", "file").Operands.Single().Literal.ShouldBe("file");

    [Fact]
    public void Word_ThatMayBeAnOption_IsNoted()
    {
        Read(new ShellWord([new WordPart(WordPartKind.Unknown, "$x")])).Dynamic.ShouldNotBeNull();
        Read(new ShellWord([new WordPart(WordPartKind.Glob, "*")])).Dynamic.ShouldNotBeNull();
        Read(new ShellWord([new WordPart(WordPartKind.Literal, "/var/"), new WordPart(WordPartKind.Unknown, "$x")])).Dynamic.ShouldBeNull();
        Read(new ShellWord([new WordPart(WordPartKind.Literal, "/var/"), new WordPart(WordPartKind.UnknownSplit, "$x")])).Dynamic.ShouldNotBeNull();
    }

    private static GivenArguments Read(params string[] words) => Read(OptionStyle.Gnu, words);

    private static GivenArguments Read(ShellWord word) => new OptionReader(new OptionTable(Spec, [], false), OptionStyle.Gnu, [word]).Read(0);

    private static GivenArguments Read(OptionStyle style, params string[] words) =>
        new OptionReader(new OptionTable(Spec, [], false), style, [.. words.Select(ShellWord.Of)]).Read(0);
}
