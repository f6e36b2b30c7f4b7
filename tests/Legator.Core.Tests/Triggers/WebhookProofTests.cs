using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Legator.Core.Triggers;

namespace Legator.Core.Tests.Triggers;

public sealed class WebhookProofTests
{
    private const string Secret = "a-key-of-signatures-0001";
    private const string Token = "a-token-of-a-webhook-0002";
    private static readonly byte[] Body = """{"status":"firing"}"""u8.ToArray();
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    // The example that GitHub's documentation gives for its signatures.
    [Fact]
    public void HubSignature_OfGitHubsOwnExample_Holds() =>
        Holds(new WebhookKeys("It's a Secret to Everybody", null), "Hello, World!"u8.ToArray(), (WebhookProof.HubHeader, "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")).ShouldBeTrue();

    // The example of the Standard Webhooks specification.
    [Fact]
    public void StandardSignature_OfTheSpecificationsExample_IsTheSame()
    {
        StandardSignature.TryKey("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", out var key).ShouldBeTrue();
        StandardSignature.Of(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}"""u8).ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    [InlineData(-9_000_000_000, false)]
    public void StandardSignature_HoldsForFiveMinutes(long age, bool holds)
    {
        var time = (Now.ToUnixTimeSeconds() + age).ToString(CultureInfo.InvariantCulture);
        Holds(new WebhookKeys(Secret, null), Body, Signed("msg-1", time, $"v1,AAAA {Standard("msg-1", time)}")).ShouldBe(holds);
    }

    [Fact]
    public void StandardSignature_WithAnotherIdOrTime_DoesNotHold()
    {
        var time = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Holds(new WebhookKeys(Secret, null), Body, Signed("msg-2", time, Standard("msg-1", time))).ShouldBeFalse();
        Holds(new WebhookKeys(Secret, null), Body, Signed("msg-1", (Now.ToUnixTimeSeconds() - 1).ToString(CultureInfo.InvariantCulture), Standard("msg-1", time))).ShouldBeFalse();
        Holds(new WebhookKeys(Secret, null), Body, Signed("msg-1", "soon", Standard("msg-1", "soon"))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("sha256=")]
    [InlineData("sha256=00")]
    [InlineData("sha1=757107ea0eb2509fc211221cce984b8a37570b6d")]
    [InlineData("")]
    public void HubSignature_ThatIsNone_DoesNotHold(string shown) => Holds(new WebhookKeys(Secret, null), Body, (WebhookProof.HubHeader, shown)).ShouldBeFalse();

    [Fact]
    public void HubSignature_OfAnotherBodyOrKey_DoesNotHold()
    {
        Holds(new WebhookKeys(Secret, null), Body, (WebhookProof.HubHeader, Hub(Secret, Body))).ShouldBeTrue();
        Holds(new WebhookKeys(Secret, null), [.. Body, (byte)' '], (WebhookProof.HubHeader, Hub(Secret, Body))).ShouldBeFalse();
        Holds(new WebhookKeys("another-key-of-signatures", null), Body, (WebhookProof.HubHeader, Hub(Secret, Body))).ShouldBeFalse();
        Holds(new WebhookKeys(null, Token), Body, (WebhookProof.HubHeader, Hub("", Body))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Authorization", "Bearer " + Token, true)]
    [InlineData("Authorization", "bearer " + Token, true)]
    [InlineData("Authorization", Token, false)]
    [InlineData("Authorization", "Bearer " + Secret, false)]
    [InlineData("Authorization", "Bearer ", false)]
    [InlineData("X-Gitlab-Token", Token, true)]
    [InlineData("X-Gitlab-Token", "", false)]
    public void Token_HoldsWhereItIsTheTriggers(string header, string value, bool holds) => Holds(new WebhookKeys(Secret, Token), Body, (header, value)).ShouldBe(holds);

    [Fact]
    public void Keys_TooShortToBeSafe_CountAsNotThere()
    {
        WebhookKeys.Of(field => field == "secret" ? "short" : null).ShouldBeNull();
        WebhookKeys.Of(field => field == "secret" ? "   " : field == "token" ? $" {Token}\n" : null).ShouldBe(new WebhookKeys(null, Token));
        WebhookKeys.Of(_ => Secret)!.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public void Nothing_ProvesNothing() => Holds(new WebhookKeys(Secret, Token), Body).ShouldBeFalse();

    private static bool Holds(WebhookKeys keys, byte[] body, params (string Name, string Value)[] headers) =>
        new WebhookProof(name => headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault(), body).Holds(keys, Now);

    private static (string, string)[] Signed(string id, string time, string signature) => [("webhook-id", id), ("webhook-timestamp", time), ("webhook-signature", signature)];

    private static string Standard(string id, string time) => StandardSignature.Of(Encoding.UTF8.GetBytes(Secret), id, time, Body);

    private static string Hub(string secret, byte[] body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
}
