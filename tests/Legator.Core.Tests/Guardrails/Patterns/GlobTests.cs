using System.Text.RegularExpressions;
using CsCheck;
using Legator.Core.Guardrails.Patterns;

namespace Legator.Core.Tests.Guardrails.Patterns;

public sealed class GlobTests
{
    private static readonly Gen<string> Text = Gen.Char["ab*"].Array[0, 12].Select(c => new string(c));
    private static readonly Gen<string> PlainText = Gen.Char["ab"].Array[0, 12].Select(c => new string(c));

    [Theory]
    [InlineData("*production", "web-production-eu -n production", true)]
    [InlineData("kubectl.delete *", "kubectl.delete pods/web", true)]
    [InlineData("kubectl.delete *", "KUBECTL.DELETE PODS/WEB", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("a*b*c", "abbc", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("pods   -n  demo", "pods -n demo", true)]
    public void Matches_IsAnchoredAndTriesEveryPlace(string pattern, string text, bool expected) =>
        new Glob(pattern).Matches(text).ShouldBe(expected);

    [Fact]
    public void Matches_AnyPatternAndText_AgreesWithRegularExpressions() =>
        Gen.Select(Text, PlainText).Sample((pattern, text) =>
            new Glob(pattern).Matches(text) == Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$"));

    [Fact]
    public void Overlaps_TextWithoutWildcards_IsMatches() =>
        Gen.Select(Text, PlainText).Sample((pattern, text) => new Glob(pattern).Overlaps(text) == new Glob(pattern).Matches(text));

    [Fact]
    public void Overlaps_AnyTwoPatterns_GoesBothWays() =>
        Gen.Select(Text, Text).Sample((one, other) => new Glob(one).Overlaps(other) == new Glob(other).Overlaps(one));

    [Fact]
    public void Overlaps_ATextThatFitsBoth_IsFound() =>
        Gen.Select(Text, Text, PlainText).Sample((one, other, text) =>
            !(new Glob(one).Matches(text) && new Glob(other).Matches(text)) || new Glob(one).Overlaps(other));

    [Fact]
    public void Overlaps_LongTexts_AgreeWithShortOnes() =>
        Gen.Select(Text, Text).Sample((one, other) =>
            new Glob(new string('c', 70) + one).Overlaps(new string('c', 70) + other) == new Glob("c" + one).Overlaps("c" + other));

    [Theory]
    [InlineData("delete pods/web", "delete pods/*", true)]
    [InlineData("* -n kube-system", "get pods *", false)]
    [InlineData("* -n kube-system", "get pods/* -n *", true)]
    [InlineData("get a/b", "get *", false)]
    [InlineData("get **", "get *", true)]
    public void Overlaps_NamesHoldNeitherBlanksNorSlashes(string pattern, string text, bool expected) =>
        new Glob(pattern).Overlaps(text).ShouldBe(expected);

    [Fact]
    public void Matches_WildcardInText_IsCoveredByAWildcardOnly()
    {
        new Glob("secrets/db").Matches("secrets/*").ShouldBeFalse();
        new Glob("secrets/*").Matches("secrets/*").ShouldBeTrue();
    }

    [Fact]
    public void Matches_ManyWildcardsOnALongText_EndsSoon() =>
        new Glob(string.Concat(Enumerable.Repeat("a*", 500)) + "b").Matches(new string('a', 20_000)).ShouldBeFalse();
}
