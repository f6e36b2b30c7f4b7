using System.Net;
using System.Text;
using System.Text.Json;
using Legator.Core.Redaction;

namespace Legator.Core.Tests.Redaction;

/// <summary>A text that was cut through a secret, in whatever spelling and wherever, keeps nothing of it that anybody could recognise.</summary>
public sealed class CutSecretTests
{
    private const int Recognisable = 8;
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static TheoryData<string> Kinds => ["token", "password", "key", "long"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnyCut_ThroughAnySpelling_LeavesNothing(string kind)
    {
        var random = new Random(20_261);
        for (var round = 0; round < 80; round++)
        {
            var secret = Secret(kind, random);
            var redactor = Redactor.Default.With(["another-one-4711", secret]);
            foreach (var (spelling, text, begin, end) in Spellings(secret, random))
            {
                var cut = begin + random.Next(end - begin + 1);
                Left(redactor.Redact(text[..cut] + "…"), text[begin..end]).ShouldBeEmpty($"{kind} as {spelling}, cut after {cut - begin}");
                Left(redactor.Redact($"{text[..cut]}...\nmore"), text[begin..end]).ShouldBeEmpty($"{kind} as {spelling}, cut by somebody else after {cut - begin}");
                Left(redactor.RedactCut(text[..cut]), text[begin..end]).ShouldBeEmpty($"{kind} as {spelling}, cut at its end after {cut - begin}");
                cut -= cut > begin && text[cut - 1] == '\\' ? 1 : 0;
                Left(redactor.Redact("…" + text[cut..] + " tail"), text[begin..end]).ShouldBeEmpty($"{kind} as {spelling}, cut before {cut - begin}: {redactor.Redact("…" + text[cut..] + " tail")} <- {text}");
                Left(redactor.Redact($"a {text} b"), text[begin..end]).ShouldBeEmpty($"{kind} as {spelling}, whole");
            }
        }
    }

    [Theory]
    [InlineData("it is ghp_abcdefgh…", "it is ghp_[REDACTED]…")]
    [InlineData("Bearer abcdefgh… and so on", "Bearer [REDACTED]… and so on")]
    [InlineData("token eyJhbGciOi...", "token eyJ[REDACTED]...")]
    [InlineData("{\"password\": \"correct horse bat…", "{\"password\": [REDACTED]…")]
    [InlineData("…QAB0bnQx\nAAAAC3Nz\n-----END OPENSSH PRIVATE KEY-----\nend", "[REDACTED]\nend")]
    public void Beginning_OfWhatLooksLikeASecret_IsGone(string text, string expected) => Redactor.Default.Redact(text).ShouldBe(expected);

    [Theory]
    [InlineData("the deployment canary-web was…")]
    [InlineData("…and so on, for another while...")]
    [InlineData("………… ... ... . .. ....")]
    public void Cuts_InOrdinaryText_ChangeNothing(string text) => Redactor.Default.With(["canary-value-1"]).Redact(text).ShouldBe(text);

    [Fact]
    public void ThousandsOfCuts_AreReadAtOnce()
    {
        var redactor = Redactor.Default.With(Enumerable.Range(0, 60).Select(i => new string('a', 40) + i));
        var text = string.Concat(Enumerable.Repeat("aaaa…bbbb", 10_000));
        redactor.Redact(text).ShouldNotContain("aaaa");
    }

    private static string Secret(string kind, Random random) => kind switch
    {
        "token" => "canary-" + Text(random, 10 + random.Next(40), Signs),
        "password" => "c" + Text(random, 9 + random.Next(12), Signs + " \"\\/+&<>%ä€'=?#"),
        "long" => Text(random, 200 + random.Next(800), Signs + "-_."),
        _ => $"-----BEGIN OPENSSH PRIVATE KEY-----\n{string.Join('\n', Enumerable.Range(0, 1 + random.Next(12)).Select(_ => Text(random, 70, Signs)))}\n{Text(random, 8 + random.Next(60), Signs)}\n-----END OPENSSH PRIVATE KEY-----\n",
    };

    private static string Text(Random random, int length, string signs) => string.Concat(Enumerable.Range(0, length).Select(_ => signs[random.Next(signs.Length)]));

    private static IEnumerable<(string Spelling, string Text, int Begin, int End)> Spellings(string secret, Random random)
    {
        var trimmed = secret.Trim();
        var bytes = Encoding.UTF8.GetBytes(trimmed);
        var before = Text(random, random.Next(60), "xyz .:\n");
        foreach (var (name, text) in new[]
        {
            ("itself", trimmed), ("base64", Convert.ToBase64String(bytes)), ("hexadecimal", Convert.ToHexStringLower(bytes)), ("URL", Uri.EscapeDataString(trimmed)), ("form", WebUtility.UrlEncode(trimmed)),
            ("JSON", JsonSerializer.Serialize(trimmed, LegatorJson.Options)[1..^1]), ("escaped JSON", JsonSerializer.Serialize(trimmed)[1..^1]),
            ("JSON in JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(trimmed, LegatorJson.Options)[1..^1], LegatorJson.Options)[1..^1]),
            ("base64 in lines", Lines(Convert.ToBase64String(bytes), 76, "\n")), ("base64 in lines of YAML", Lines(Convert.ToBase64String(bytes), 64, "\n    ")), ("base64 in escaped lines", Lines(Convert.ToBase64String(bytes), 76, "\\n")),
            ("digits in lines", Lines(Convert.ToHexStringLower(bytes), 60, "\n")),
        })
        {
            yield return (name, before + text, before.Length, before.Length + text.Length);
        }

        // The first sign of the secret inside another text shares bits with what stands before it.
        var inside = Encoding.UTF8.GetBytes(Text(random, 1 + random.Next(40), "uvw:"));
        yield return ("base64 of more", before + Convert.ToBase64String([.. inside, .. bytes, .. inside]), before.Length + (((inside.Length * 8) + 5) / 6), before.Length + ((inside.Length + bytes.Length) * 8 / 6));
    }

    private static string Lines(string text, int width, string end) => string.Join(end, text.Chunk(width).Select(line => new string(line)));

    /// <summary>The pieces of a secret that a text still shows; line breaks make nothing harder to recognise.</summary>
    private static IEnumerable<string> Left(string redacted, string secret)
    {
        var (shown, sought) = (Plain(redacted.Replace(Redactor.Mark, "\0", StringComparison.Ordinal)), Plain(secret.Replace("-----BEGIN OPENSSH PRIVATE KEY-----", "", StringComparison.Ordinal).Replace("-----END OPENSSH PRIVATE KEY-----", "", StringComparison.Ordinal)));
        for (var at = 0; at + Recognisable <= sought.Length; at++)
        {
            if (shown.Contains(sought.Substring(at, Recognisable), StringComparison.Ordinal))
            {
                yield return sought.Substring(at, Recognisable);
                yield break;
            }
        }
    }

    private static string Plain(string text) => text.Replace("\\n", "", StringComparison.Ordinal).Replace("\n    ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
