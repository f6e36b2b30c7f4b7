using System.Diagnostics;
using System.Security.Cryptography;

namespace Legator.LocalCluster.Tests.Conformance;

/// <summary>Runs cases against one server.</summary>
/// <param name="kubectl">The program.</param>
/// <param name="kubeconfig">Who to talk to.</param>
internal sealed class CaseRun(string kubectl, string kubeconfig)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string cache = Directory.CreateTempSubdirectory("legator-kubectl-cache").FullName;

    /// <summary>Declares the kinds that the cases use.</summary>
    public async Task PrepareAsync()
    {
        var gadgets = Path.Combine(CaseFiles.Folder, "gadgets.yaml");
        await BashAsync($"\"$KUBECTL\" apply -f '{gadgets}' -f \"$REPOSITORY/deploy/crds\" && \"$KUBECTL\" wait --for=condition=Established crd/gadgets.conf.legator.io crd/globs.conf.legator.io --timeout=20s && sleep 1", "", cache);
    }

    /// <summary>The normalised transcript of a case.</summary>
    public async Task<string> TranscriptAsync(string name)
    {
        var suffix = RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxz", 6);
        var folder = Directory.CreateTempSubdirectory("legator-case");
        try
        {
            var prelude = Path.Combine(CaseFiles.Folder, "prelude.sh");
            var text = await BashAsync($". '{prelude}'; q create namespace \"$NS\"; . '{CaseFiles.Script(name)}'", $"conf-{name}-{suffix}", folder.FullName);
            return Transcript.Normalise(text, suffix, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> BashAsync(string script, string space, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"exec 2>&1; {script}"]) { RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = folder };
        start.Environment["KUBECTL"] = kubectl;
        start.Environment["KUBECONFIG"] = kubeconfig;
        start.Environment["CACHE"] = cache;
        start.Environment["NS"] = space;
        start.Environment["REPOSITORY"] = Path.GetFullPath(Path.Combine(CaseFiles.Folder, "..", "..", ".."));
        start.Environment["TZ"] = "UTC";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The case in {space} did not end within {Patience}.");
        }
    }
}
