namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>What kubectl sees of LocalCluster is what it sees of a real API server. The recorded transcripts are a real one's; where LEGATOR_TEST_KUBECONFIG names one, they are checked against it too.</summary>
public sealed class ConformanceTests(ConformanceServers servers) : IClassFixture<ConformanceServers>
{
    public static TheoryData<string> Cases() => [.. CaseFiles.Names()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task LocalCluster_AnswersKubectl_AsARealApiServerDoes(string name)
    {
        Assert.SkipWhen(Kubectl.Path is null, "No kubectl: set LEGATOR_KUBECTL to one.");
        Assert.SkipWhen(ConformanceServers.Recording, "Recording.");
        Assert.SkipWhen(!Kubectl.IsRecorded && servers.Real is null, "This kubectl is older than the recorded one, and there is no real API server to compare with.");

        var transcript = await servers.Local!.TranscriptAsync(name);

        transcript.ShouldMatchLines(Kubectl.IsRecorded ? await File.ReadAllTextAsync(CaseFiles.Recorded(name)) : await servers.Real!.TranscriptAsync(name));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task RealApiServer_AnswersKubectl_AsRecorded(string name)
    {
        Assert.SkipWhen(!Kubectl.IsRecorded, "No kubectl 1.32 or later: set LEGATOR_KUBECTL to one.");
        Assert.SkipWhen(servers.Real is null, "No real API server: set LEGATOR_TEST_KUBECONFIG.");

        var transcript = await servers.Real!.TranscriptAsync(name);

        if (ConformanceServers.Recording)
        {
            await File.WriteAllTextAsync(CaseFiles.Recorded(name), transcript);
            return;
        }
        transcript.ShouldMatchLines(await File.ReadAllTextAsync(CaseFiles.Recorded(name)));
    }
}
