using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>The command line checks chain and checkpoints: asks the product, and checks an export with nothing but the public key that was kept from the beginning.</summary>
internal sealed class ChaosAudit(ChaosSet set) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("legator-chaos-audit-").FullName;

    private string Key => Path.Combine(_folder, "audit.pub");

    /// <summary>Keeps the public key, once there is one.</summary>
    public Task KeepKeyAsync() => Eventually.BecomesAsync("the public key of the audit is there", () => LegatorAsync("key", "--file", Key), run => run.Code == 0, Patience);

    /// <summary>Both checks, when the last checkpoint covers everything.</summary>
    public async Task<string> VerifyAsync()
    {
        var online = await Eventually.BecomesAsync(
            "the journal verifies under checkpoints that cover all of it", () => LegatorAsync("verify"), run => run.Code == 0 && !run.Text.Contains("newer than the last checkpoint", StringComparison.Ordinal), Patience);
        var bundle = Path.Combine(_folder, "bundle.jsonl");
        (await LegatorAsync("export", "--file", bundle)).Code.ShouldBe(0);
        var offline = await LegatorAsync("verify", "--file", bundle, "--key", Key);
        offline.Code.ShouldBe(0, offline.Text);
        return online.Text.Trim().ReplaceLineEndings(" ");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Text)> LegatorAsync(params string[] arguments)
    {
        string[] where = arguments.Contains("--file") && arguments[0] == "verify" ? [] : ["--api-url", set.Webs[0], "--token", ChaosSet.Token];
        await using var process = RunningProcess.Start(ProductBuild.Program("Legator.Cli", "legator"), ["audit", .. arguments, .. where]);
        await process.WaitForExitAsync();
        return (process.ExitCode, process.Output);
    }
}
