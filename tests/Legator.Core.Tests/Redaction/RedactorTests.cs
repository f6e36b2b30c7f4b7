using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Legator.Core.Redaction;

namespace Legator.Core.Tests.Redaction;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("Authorization: Bearer abc.def", "abc.def")]
    [InlineData("Authorization: Basic dXNlcjpodW50ZXIy", "dXNlcjpodW50ZXIy")]
    [InlineData("curl -H 'authorization: token s3cr3tvalue' x", "s3cr3tvalue")]
    [InlineData("used Bearer abcdefghijklmnopqrstuvwxyz to log in", "abcdefghijklmnop")]
    [InlineData("basic dXNlcjpodW50ZXIyMg== was sent", "dXNlcjpodW50ZXIyMg")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "eyJzdWIiOiIxIn0")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "ghp_abc")]
    [InlineData("github_pat_11ABCDEFG0abcdefghijklmnop", "11ABCDEFG0")]
    [InlineData("xoxb-123456789012-abcdefghij", "xoxb-1234")]
    [InlineData("sk-proj-abcdefghijklmnop_qrst", "sk-proj")]
    [InlineData("AKIAABCDEFGHIJKLMNOP", "AKIAABC")]
    [InlineData("hvs.CAESI-abc_def-0123456789", "CAESI-abc")]
    [InlineData("postgres://admin:hunter2@db:5432/x", "hunter2")]
    [InlineData("https://ghs_token@github.com/x.git", "ghs_token@")]
    [InlineData("client_secret=abc123def", "abc123def")]
    [InlineData("passwd: hunter2", "hunter2")]
    [InlineData("\"password\": \"hunter 2\"", "hunter 2")]
    [InlineData("{\\\"password\\\":\\\"hunter2\\\"}", "hunter2")]
    [InlineData("DB_PASSWORD=hunter2", "hunter2")]
    [InlineData("mysql --password hunter2 -u root", "hunter2")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY", "wJalrXUtn")]
    [InlineData("GET /x?token=abcdef&y=1", "abcdef")]
    [InlineData("Set-Cookie: session=abcdef; Path=/", "abcdef")]
    [InlineData("123456789:AAabcdefghijklmnopqrstuvwxyz0123456", "AAabcdef")]
    [InlineData("client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0t", "LS0tLS1")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz\n-----END OPENSSH PRIVATE KEY-----", "b3BlbnNz")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIEcut off", "MIIE")]
    public void Redact_WhatLooksLikeASecret_IsGone(string text, string secret)
    {
        var redacted = Redactor.Default.Redact(text);
        redacted.ShouldNotContain(secret);
        redacted.ShouldContain(Redactor.Mark);
    }

    [Theory]
    [InlineData("The password was reset and the secret is safe.")]
    [InlineData("basic authentication and bearer authentication are on")]
    [InlineData("tokenBudget: 50000, tokens: 12, secretName: web-tls")]
    [InlineData("automountServiceAccountToken: false")]
    [InlineData("deployment web in namespace demo has 3/3 ready, image nginx:1.27@sha256:abcdef")]
    [InlineData("https://example.com/path?x=1#y and mail to ann@example.com")]
    [InlineData("task-management-of-something-long-enough")]
    public void Redact_Prose_StaysAsItIs(string text) => Redactor.Default.Redact(text).ShouldBe(text);

    [Fact]
    public void Redact_KnownValue_IsGoneInEverySpelling()
    {
        const string secret = "p4ss \"word\"/&+ä";
        var redactor = Redactor.Default.With([secret]);
        string[] spellings = [secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), Uri.EscapeDataString(secret), JsonSerializer.Serialize(secret)];
        foreach (var spelling in spellings)
        {
            redactor.Redact($"before {spelling} after").ShouldBe($"before {(spelling[0] == '"' ? $"\"{Redactor.Mark}\"" : Redactor.Mark)} after");
        }
    }

    [Theory]
    [InlineData("{\"sent\":\"{b64:user:}\"}")]
    [InlineData("x={b64:ab}")]
    [InlineData("x={b64:}")]
    [InlineData("digits {hex} end")]
    [InlineData("a=1&b={form}&c=2")]
    [InlineData("{\"a\":\"{go}\"}")]
    [InlineData("<td>{html}</td>")]
    public void Redact_KnownValue_InsideOtherSpellings_IsGone(string template)
    {
        const string secret = "canary <9f>&+s3cret~value";
        var text = template.Replace("{hex}", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)), StringComparison.Ordinal)
            .Replace("{form}", System.Net.WebUtility.UrlEncode(secret), StringComparison.Ordinal)
            .Replace("{go}", "canary \\u003c9f\\u003e\\u0026+s3cret~value", StringComparison.Ordinal)
            .Replace("{html}", System.Net.WebUtility.HtmlEncode(secret), StringComparison.Ordinal);
        text = System.Text.RegularExpressions.Regex.Replace(text, "{b64:(.*?)}", m => Convert.ToBase64String(Encoding.UTF8.GetBytes(m.Groups[1].Value + secret + "tail")));
        var redacted = Redactor.Default.With([secret]).Redact(text);
        redacted.ShouldContain(Redactor.Mark);
        redacted.Replace(Redactor.Mark, "", StringComparison.Ordinal).Length.ShouldBeLessThan(template.Length + 12);
    }

    [Fact]
    public void Redact_OneLineOfAKey_IsGone()
    {
        var key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAE\nAAAAC3NzaC1lZDI1NTE5AAAAIHcanaryAAAA\n-----END OPENSSH PRIVATE KEY-----\n";
        Redactor.Default.With([key]).Redact("line: AAAAC3NzaC1lZDI1NTE5AAAAIHcanaryAAAA.").ShouldBe("line: [REDACTED].");
    }

    [Fact]
    public void Redact_ValuesThatOverlap_LeaveNothingOfEither() =>
        Redactor.Default.With(["abcdefgh", "efghijkl", "efgh"]).Redact("xabcdefghijklx").ShouldBe("x[REDACTED]x");

    [Fact]
    public void With_WhatIsKnownAlready_IsTheSame()
    {
        var redactor = Redactor.Default.With(["one-secret"]);
        redactor.With(["one-secret", "no"]).ShouldBeSameAs(redactor);
    }

    [Fact]
    public void Redact_ShortValue_IsNotLookedFor() => Redactor.Default.With(["abc"]).Redact("abc").ShouldBe("abc");

    [Fact]
    public void Redact_Json_KeepsItsShape()
    {
        var value = JsonDocument.Parse("""{"url":"https://u:p4ss@x/","n":1.50,"list":["ghp_abcdefghijklmnopqrstuvwx",true,null],"password":{"a":"b","c":7}}""").RootElement;
        Redactor.Default.Redact(value).GetRawText().ShouldBe(
            """{"url":"https://[REDACTED]@x/","n":1.50,"list":["[REDACTED]",true,null],"password":{"a":"[REDACTED]","c":"[REDACTED]"}}""");
    }

    [Theory]
    [InlineData("aaaaaaaa://")]
    [InlineData("password=")]
    [InlineData("-----BEGIN A PRIVATE KEY-----")]
    [InlineData("bearer bearer ")]
    [InlineData("\\\"")]
    public void Redact_AMegabyteOfAlmostSecrets_TakesNoLongerThanItsLength(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        Redactor.Default.Redact(text);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
