using CsCheck;
using Legator.Core.Actions.Classification.Clouds;

namespace Legator.Core.Tests.Actions.Classification.Clouds;

public sealed class CliWordsTests
{
    [Theory]
    [InlineData("a  b\tc", "a|b|c")]
    [InlineData("'a b' \"c d\"e", "a b|c de")]
    [InlineData("a\\ b", "a b")]
    [InlineData("'' x", "|x")]
    [InlineData("--query 'a | b[?c==`d`]'", "--query|a | b[?c==`d`]")]
    [InlineData("\"a;b\"", "a;b")]
    [InlineData("", "")]
    public void Split_Words_AreThoseOfAShell(string text, string expected)
    {
        var words = new List<string>();
        CliWords.Split(text, words).ShouldBeNull();
        string.Join('|', words).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a; b")]
    [InlineData("a | b")]
    [InlineData("a && b")]
    [InlineData("a > b")]
    [InlineData("a `b`")]
    [InlineData("a $(b)")]
    [InlineData("\"$(b)\"")]
    [InlineData("$HOME")]
    [InlineData("${IFS}")]
    [InlineData("a\nb")]
    [InlineData("'a")]
    [InlineData("a\0")]
    public void Split_SignsOfAShell_AreRefused(string text) => CliWords.Split(text, []).ShouldNotBeNull();

    [Fact]
    public void Split_QuotedWords_ComeBack() =>
        Gen.String[Gen.Char["ab -=;|&<>`$(){}\"\\@"], 0, 20].Array[0, 6].Sample(expected =>
        {
            var words = new List<string>();
            return CliWords.Split(string.Join(' ', expected.Select(w => $"'{w}'")), words) is null && words.SequenceEqual(expected);
        });
}
