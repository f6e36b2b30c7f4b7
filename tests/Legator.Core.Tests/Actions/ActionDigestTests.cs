using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Audit;

namespace Legator.Core.Tests.Actions;

public sealed class ActionDigestTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Char["abz AZ09-_./*"].Array[0, 8].Select(c => new string(c)), Gen.String[0, 6], Among("\"", "\\", "é", "\u2028", "\n", "\ud83d\ude00"));

    private static readonly Gen<object?> Value = Gen.Recursive<object?>((depth, value) => depth > 3
        ? Text.Select(t => (object?)t)
        : Gen.Frequency(
            (3, Text.Select(t => (object?)t)),
            (2, Gen.Int.Select(i => (object?)i)),
            (1, Gen.Long.Select(i => (object?)i)),
            (1, Gen.Double[-1e9, 1e9].Select(d => (object?)d)),
            (1, Gen.Bool.Select(b => (object?)b)),
            (1, Gen.Const((object?)null)),
            (1, value.Array[0, 3].Select(v => (object?)v)),
            (2, Gen.Dictionary(Text, value)[0, 5].Select(d => (object?)d))));

    [Fact]
    public void Of_AnyArguments_IsTheHashOfTheCanonicalForm() =>
        Gen.Select(Text, Gen.Dictionary(Text, Value)[0, 6]).Sample((tool, members) =>
        {
            var arguments = JsonSerializer.SerializeToElement(members);
            ActionDigest.Of(tool, arguments).Value.ShouldBe(CanonicalJson.Sha256(new { tool, arguments }));
        });

    [Theory]
    [InlineData("""{"b":1,"a":2}""")]
    [InlineData("""{ "a" : 1.0, "b" : -0 }""")]
    [InlineData("""{"a":1e400,"b":12345678901234567890}""")]
    [InlineData("""{"a":"\u0041","\u0062":"\/"}""")]
    [InlineData("""{"a":1,"a":2,"A":3}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""[1,"x",null,true]""")]
    [InlineData("null")]
    public void Of_UnusualSpellings_IsTheHashOfTheCanonicalForm(string json)
    {
        var arguments = JsonElement.Parse(json);
        ActionDigest.Of("kubectl.get", arguments).Value.ShouldBe(CanonicalJson.Sha256(new { tool = "kubectl.get", arguments }));
    }

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
