using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Environments;
using Legator.Operator.Control;
using Legator.Operator.Tests.Clusters;
using Legator.Operator.Vaults;
using Legator.Tests.VaultStandIn;

namespace Legator.Operator.Tests.Vaults;

/// <summary>What an environment says of a Vault that answers, is closed, refuses and is not there.</summary>
public sealed class VaultCheckTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>, IAsyncLifetime
{
    private VaultServer _vault = null!;
    private string _namespace = "";

    public async ValueTask InitializeAsync()
    {
        _namespace = await cluster.NamespaceAsync();
        _vault = await VaultServer.StartAsync();
    }

    public ValueTask DisposeAsync() => _vault.DisposeAsync();

    [Theory]
    [InlineData(200, "VaultUsable")]
    [InlineData(429, "VaultUsable")]
    [InlineData(473, "VaultUsable")]
    [InlineData(501, "VaultNotInitialised")]
    [InlineData(503, "VaultSealed")]
    [InlineData(500, "VaultUnhealthy")]
    public async Task Health_IsToldWithTheCredentialsThatDependOnIt(int status, string reason)
    {
        _vault.Health = status;
        var aspect = await LookAsync(Spec(VaultAuthMethod.Kubernetes));
        aspect.Reason.ShouldBe(reason);
        (aspect.Holds || aspect.Message.Contains("db, web")).ShouldBeTrue(aspect.Message);
        _vault.Requests.ShouldBe(["read sys/health"]);
    }

    [Fact]
    public async Task Token_ThatIsRefused_IsNamedByItsSecret()
    {
        await SecretAsync("good", _vault.Agent.Id);
        await SecretAsync("bad", "canary-no-token");
        (await LookAsync(Spec(VaultAuthMethod.Token, "good"))).Reason.ShouldBe("VaultUsable");
        var refused = await LookAsync(Spec(VaultAuthMethod.Token, "bad"));
        refused.Reason.ShouldBe("VaultAuthRefused");
        refused.Message.ShouldContain("'bad'");
        refused.Message.ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", null, "VaultUnreachable")]
    [InlineData("https://127.0.0.1:9", "no pem", "VaultMisconfigured")]
    [InlineData("vault", null, "VaultMisconfigured")]
    public async Task Vault_ThatCannotBeAsked_IsTold(string address, string? bundle, string reason)
    {
        var spec = Spec(VaultAuthMethod.Kubernetes);
        (await LookAsync(spec with { Vault = spec.Vault! with { Address = address, CaBundle = bundle } })).Reason.ShouldBe(reason);
    }

    private Task<Aspect> LookAsync(LegatorEnvironmentSpec spec) =>
        new VaultCheck(cluster.Client<Secret>(), TimeProvider.System).LookAsync(spec, _namespace, TestContext.Current.CancellationToken);

    private Task SecretAsync(string name, string token) => cluster.Client<Secret>().CreateAsync(
        new Secret { Metadata = new() { Name = name, Namespace = _namespace }, Data = new Dictionary<string, byte[]> { ["token"] = System.Text.Encoding.UTF8.GetBytes(token) } }, TestContext.Current.CancellationToken);

    private LegatorEnvironmentSpec Spec(VaultAuthMethod method, string? secret = null) => new()
    {
        Vault = new VaultConfig { Address = _vault.Address, AuthMethod = method, K8sAuthRole = "legator", TokenSecretRef = secret },
        Credentials = new Dictionary<string, CredentialRef>
        {
            ["web"] = new() { Type = CredentialType.VaultSshCa },
            ["db"] = new() { Type = CredentialType.VaultDatabase },
            ["other"] = new() { Type = CredentialType.Token },
        },
    };
}
