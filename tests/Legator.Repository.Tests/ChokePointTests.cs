using Legator.Repository.Tests.House;

namespace Legator.Repository.Tests;

public sealed class ChokePointTests
{
    [Fact]
    public void Processes_AreStartedByToolsOnly() =>
        Repo.ProductSources.Where(s => s.Text.Contains("Process.Start", StringComparison.Ordinal) && !s.Path.StartsWith("Legator.Runner/Tools/", StringComparison.Ordinal))
            .Select(s => s.Path)
            .ShouldBeNone("Only Runner/Tools may start a process:");

    [Fact]
    public void Permits_AreMadeByTheGateOnly() =>
        Repo.ProductSources.Where(s => s.Text.Contains("new Permit(", StringComparison.Ordinal) && s.Path != "Legator.Runner/Gate/ToolGate.cs")
            .Select(s => s.Path)
            .ShouldBeNone("What was not judged cannot run: only the gate makes a Permit:");

    [Fact]
    public void ModelClients_AreMadeByProvidersOnly() =>
        Repo.ProductSources.Where(s => s.Root.Usings.Any(u => u.Name?.ToString() is { } name && (name.StartsWith("OpenAI", StringComparison.Ordinal) || name.StartsWith("Anthropic", StringComparison.Ordinal) || name.StartsWith("OllamaSharp", StringComparison.Ordinal))))
            .Where(s => !s.Path.StartsWith("Legator.Runner/Providers/", StringComparison.Ordinal))
            .Select(s => s.Path)
            .ShouldBeNone("Only Runner/Providers sees a model SDK:");

    [Fact]
    public void RunStatus_IsWrittenByTheProjectorOnly() =>
        Repo.ProductSources.Where(s => s.Text.Contains("ResourceClient<LegatorRun>", StringComparison.Ordinal) && s.Text.Contains("PatchStatusAsync", StringComparison.Ordinal))
            .Where(s => !s.Path.StartsWith("Legator.Operator/Projection/", StringComparison.Ordinal))
            .Select(s => s.Path)
            .ShouldBeNone("One writer per fact: the projector writes a run's status:");
}
