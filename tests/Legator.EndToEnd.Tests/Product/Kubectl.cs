using System.Diagnostics;

namespace Legator.EndToEnd.Tests.Product;

/// <summary>The unmodified kubectl of the machine. A test that needs one leaves itself out where there is none, and says so.</summary>
internal static class Kubectl
{
    public static async Task ApplyAsync(string kubeconfig, string manifests)
    {
        using var folder = new TemporaryDirectory();
        var file = folder.File("manifests.yaml");
        await File.WriteAllTextAsync(file, manifests);
        await RunAsync(kubeconfig, "apply", "-f", file);
    }

    public static async Task<string> RunAsync(string kubeconfig, params string[] arguments)
    {
        Assert.SkipUnless(OnPath(), "kubectl is not installed");
        var start = new ProcessStartInfo("kubectl", ["--kubeconfig", kubeconfig, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return await output;
    }

    private static bool OnPath() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "kubectl")));
}
