using System.Text;
using System.Text.Json;
using Legator.Core.Audit;

namespace Legator.Core.Tests.Audit;

/// <summary>The quick way to the canonical form gives what the slow one gives, or declines.</summary>
public sealed class PlainTextTests
{
    private static readonly string[] Names = ["a", "b", "type", "type", "", "ü", "a b", "call-1"];
    private static readonly string[] Values = ["0", "7", "123456789012345", "1234567890123456", "-1", "1.0", "1e3", "01", "true", "false", "null", "nul", "truex", "\"\"", "\"x\\n\\\"y\"", "\"\\u0041\"", "\"\\/\"", "\"ünï\"", "\"\\x\"", "\"open", "\"a\tb\"", "\u0001"];

    [Fact]
    public void TryWrite_AnyText_IsCanonicalOrDeclined()
    {
        var random = new Random(20261123);
        var (taken, output) = (0, new byte[4096]);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Encoding.UTF8.GetBytes(Damaged(Make(random, 0), random));
            if (text.Length <= output.Length && PlainText.TryWrite(text, output.AsSpan(0, text.Length), out var written))
            {
                Encoding.UTF8.GetString(output, 0, written).ShouldBe(Slow(text));
                taken++;
            }
        }

        taken.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData("""{"type":"x","call":1,"arguments":{"z":[1, 2 ,{"b":true,"a":null}],"a":"\"\\\n"},"aa":[],"ab":{}}""")]
    [InlineData(""" [ { "b" : "1" , "a" : "2" } ] """)]
    [InlineData("\"text\"")]
    [InlineData("0")]
    public void TryWrite_WhatIsPlain_IsTaken(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var output = new byte[bytes.Length];
        PlainText.TryWrite(bytes, output, out var written).ShouldBeTrue();
        Encoding.UTF8.GetString(output, 0, written).ShouldBe(Slow(bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1,]")]
    [InlineData("[1 2]")]
    [InlineData("{} {}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("\"\\")]
    [InlineData("00")]
    [InlineData("// c\n1")]
    [InlineData("{\"a\":1\0}")]
    public void TryWrite_NoJson_IsDeclined(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        PlainText.TryWrite(bytes, new byte[bytes.Length], out _).ShouldBeFalse();
    }

    [Fact]
    public void TryWrite_DeepOrWide_IsDeclinedNotOverrun()
    {
        foreach (var text in new[] { new string('[', 100_000), "{" + string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"{i}\":{i}")) + "}" })
        {
            PlainText.TryWrite(Encoding.UTF8.GetBytes(text), new byte[text.Length], out _).ShouldBeFalse();
        }
    }

    private static string Make(Random random, int depth) => (depth < 4 ? random.Next(3) : 2) switch
    {
        0 => "{" + string.Join(",", Enumerable.Range(0, random.Next(6)).Select(_ => $"{Space(random)}\"{Names[random.Next(Names.Length)]}\"{Space(random)}:{Make(random, depth + 1)}{Space(random)}")) + "}",
        1 => "[" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => Space(random) + Make(random, depth + 1))) + "]",
        _ => Values[random.Next(3) == 0 ? random.Next(Values.Length) : random.Next(3)],
    };

    private static string Space(Random random) => random.Next(8) == 0 ? " \t\r\n"[..random.Next(5)] : "";

    private static string Damaged(string text, Random random) => random.Next(3) > 0 || text.Length == 0 ? text : random.Next(2) == 0
        ? text.Remove(random.Next(text.Length), 1)
        : text.Insert(random.Next(text.Length), "{}[],:\"\\0tn "[random.Next(12)].ToString());

    private static string Slow(byte[] text)
    {
        using var document = JsonDocument.Parse(text);
        return Encoding.UTF8.GetString(CanonicalJson.Canonicalize(document.RootElement));
    }
}
