using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.ModelTiers;
using Legator.Operator.ModelTiers;
using Legator.Operator.Secrets;
using Legator.Operator.Tests.Clusters;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Tests.ModelTiers;

/// <summary>An agent can run when one of the mappings that would serve it is in order, and is told what is wrong with the others.</summary>
public sealed class TierChecksTests(EmbeddedCluster cluster) : IClassFixture<EmbeddedCluster>
{
    private static readonly TierMapping NoKey = new() { Tier = ModelTier.Fast, Provider = "openai", Model = "a" };
    private static readonly TierMapping NoSecret = new() { Tier = ModelTier.Fast, Provider = "kimi", Model = "b", Auth = new() { Type = ProviderAuthType.ApiKey, SecretRef = "nowhere" } };
    private static readonly TierMapping Good = new() { Tier = ModelTier.Fast, Provider = "ollama", Model = "c" };
    private static readonly TierMapping Scripted = new() { Tier = ModelTier.Fast, Provider = "scripted", Model = "d" };

    [Fact]
    public Task OnlyMapping_NotInOrder_IsNotUsable() => AssertAsync([NoKey], false, "AuthMissing");

    [Fact]
    public Task SecondMapping_InOrder_MakesTheTierUsable() => AssertAsync([NoKey, Good], true, "AuthMissing");

    [Fact]
    public Task EveryMapping_NotInOrder_IsTold() => AssertAsync([NoSecret, NoKey], false, "SecretNotFound", "AuthMissing");

    [Fact]
    public Task FallbackTier_InOrder_MakesTheTierUsable() =>
        AssertAsync([Good with { Tier = ModelTier.Standard }, NoSecret with { FallbackTier = ModelTier.Standard }], true, "SecretNotFound");

    [Fact]
    public Task AnotherTier_ThatNobodyFallsBackTo_DoesNotCount() => AssertAsync([Good with { Tier = ModelTier.Standard }, NoKey], false, "AuthMissing");

    [Fact]
    public Task Script_AfterAModel_IsNoFallback() => AssertAsync([NoKey, Scripted], false, "AuthMissing");

    [Fact]
    public Task Script_First_IsUsable() => AssertAsync([Scripted, NoKey], true, "AuthMissing");

    private async Task AssertAsync(IReadOnlyList<TierMapping> tiers, bool usable, params string[] reasons)
    {
        var options = Options.Create(new OperatorOptions());
        var secrets = cluster.Client<Secret>();
        var presence = new SecretPresence(secrets, new SecretWatches(secrets, TimeProvider.System, NullLogger<SecretWatches>.Instance), options, TimeProvider.System);
        var config = new ModelTierConfig { Metadata = new ObjectMeta { Name = "default" }, Spec = new ModelTierConfigSpec { Tiers = [.. tiers] } };
        var found = await new TierChecks(presence).CheckAsync(config, ModelTier.Fast, ["agents"], default);
        found.Usable.ShouldBe(usable);
        found.Problems.Select(problem => problem.Reason).ShouldBe(reasons);
    }
}
