using System.Text.Json;
using CsCheck;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Actions.Classification.Http;

public sealed class HttpCallClassifierTests
{
    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["%2eE5f/\\?#&;=@:[]{}\"'()., \t\n\0xX019aZ-_~"], 0, 200], Gen.OneOf("GET", "DELETE", "https://shop.example.com/", "mutation{a}", "{\"query\":"));

    [Fact]
    public void Classify_NamedEndpoint_MayBeInside()
    {
        var context = new ClassificationContext { Endpoints = [new Uri("http://prometheus.monitoring.svc:9090/")] };
        Call("""{"method":"GET","url":"http://prometheus.monitoring.svc:9090/api/v1/query?query=up"}""", context).Blocked.ShouldBeFalse();
        Call("""{"method":"GET","url":"http://prometheus.monitoring.svc:9091/"}""", context).Blocked.ShouldBeTrue();
        Call("""{"method":"GET","url":"http://prometheus.monitoring.svc:9090@evil.example/"}""", context).Blocked.ShouldBeTrue();
    }

    [Theory]
    [InlineData("http.request", true)]
    [InlineData("HTTP.GET", true)]
    [InlineData("http.brew", false)]
    [InlineData("http.", false)]
    [InlineData("https.get", false)]
    public void Classify_Tool_IsKnownOrNot(string tool, bool known) =>
        (StandardClassifiers.Classify(tool, Json("""{"url":"https://shop.example.com/"}"""), ClassificationContext.Empty).Problem is null).ShouldBe(known);

    [Fact]
    public void Classify_SecretOfTheCluster_IsGuarded()
    {
        var action = Call("""{"method":"GET","url":"https://k8s.example.com/api/v1/namespaces/demo/secrets/db"}""", ClassificationContext.Empty).Actions.Single();
        action.Guarded.ShouldBeTrue();
        action.Target.KindNames.ShouldContain("secrets");
    }

    [Fact]
    public void Classify_HalfACharacter_IsNoCrash() =>
        Call("""{"method":"GET","url":"https://shop.example.com/\ud800"}""", ClassificationContext.Empty).Blocked.ShouldBeTrue();

    [Fact]
    public void Classify_AnyArguments_NeverThrowsAndNeverReadsWhatIsNoUrl() =>
        Gen.Select(Nasty, Nasty, Nasty, Nasty).Sample((method, url, header, body) =>
        {
            var arguments = JsonSerializer.SerializeToElement(new { method, url, headers = new Dictionary<string, string> { [header] = url }, body });
            var found = StandardClassifiers.Classify("http.request", arguments, ClassificationContext.Empty);
            return found.Blocked || url.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        });

    [Fact]
    public void Classify_MutatingMethodInAnyDress_IsNeverARead() =>
        Gen.Select(Gen.OneOf("DELETE", "PUT", "PATCH", "MOVE"), Gen.Int[0, 63], Gen.String[Gen.Char["abcdef/%20?&=._-"], 0, 40]).Sample((method, cases, tail) =>
        {
            var dressed = string.Concat(method.Select((c, i) => (cases >> i & 1) == 1 ? char.ToLowerInvariant(c) : c));
            var found = StandardClassifiers.Classify("http.request", JsonSerializer.SerializeToElement(new { method = dressed, url = "https://shop.example.com/" + tail }), ClassificationContext.Empty);
            return found.Tier != RiskTier.Read || found.Blocked;
        });

    [Fact]
    public void Classify_Megabyte_IsAnsweredAtOnce()
    {
        foreach (var body in new[] { new string('{', 1 << 20), "{\"query\":\"" + new string('{', 1 << 20) + "\"}", string.Concat(Enumerable.Repeat("a=1&", 1 << 18)), new string('%', 1 << 20) })
        {
            var arguments = JsonSerializer.SerializeToElement(new { method = "POST", url = "https://api.example.com/graphql", body });
            StandardClassifiers.Classify("http.request", arguments, ClassificationContext.Empty).Tier.ShouldNotBe(RiskTier.Read);
        }
    }

    private static CallClassification Call(string arguments, ClassificationContext context) => StandardClassifiers.Classify("http.request", Json(arguments), context);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
