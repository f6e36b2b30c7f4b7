using System.Text.Json;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;

namespace Legator.Core.Tests.Runs;

public sealed class RunSnapshotTests
{
    [Fact]
    public void Snapshot_ThroughARun_KeepsItsDigest()
    {
        var snapshot = Samples.Snapshot();
        RunSnapshot.TryRead(snapshot.ToJson(), out var problem)!.Digest().ShouldBe(snapshot.Digest());
        problem.ShouldBeNull();
    }

    [Fact]
    public void Snapshot_OfAnEditedAgent_HasAnotherDigest()
    {
        var snapshot = Samples.Snapshot();
        var edited = snapshot with { Agent = snapshot.Agent with { Generation = 2 } };
        edited.Digest().ShouldNotBe(snapshot.Digest());
    }

    [Fact]
    public void Snapshot_Missing_IsNoProblem()
    {
        RunSnapshot.TryRead(null, out var problem).ShouldBeNull();
        problem.ShouldBeNull();
    }

    [Fact]
    public void Snapshot_OfAnotherShape_IsAProblemThatNamesTheField()
    {
        RunSnapshot.TryRead(JsonSerializer.SerializeToElement(new { agent = 1 }), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldStartWith("spec.snapshot cannot be read");
    }

    [Fact]
    public void Model_WithoutAuthOfItsOwn_TakesTheDefault()
    {
        var mapping = new TierMapping { Tier = ModelTier.Fast, Provider = "vllm", Model = "m", BaseUrl = "http://models", CostPerMillionInput = "0.5" };
        var model = RunSnapshotModel.From(mapping, new ProviderAuthSpec { Type = ProviderAuthType.ApiKey, SecretRef = "keys" });
        model.Auth.ShouldBe(new RunSnapshotAuth(ProviderAuthType.ApiKey, new RunSnapshotSecret(null, "keys", "api-key")));
        model.Endpoint.ShouldBe("http://models");
        model.CostPerMillionInput.ShouldBe(0.5m);
        model.CostPerMillionOutput.ShouldBeNull();
    }
}
