using System.Diagnostics;
using System.Text.Json;

namespace Legator.Core.Tests.Oracles;

/// <summary>Runs a script of this folder with node, beside the npm packages that it asks.</summary>
internal static class NodeOracle
{
    private static readonly Lock Gate = new();

    /// <summary>The answer of a script to JSON on its standard input. Skips the test where node or the packages cannot be had.</summary>
    public static JsonElement Ask(string script, object question, params string[] packages)
    {
        var folder = Install(packages);
        using var process = Start("node", folder, [RepositoryFolder.File($"tests/Legator.Core.Tests/Oracles/{script}")])!;
        var answer = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(JsonSerializer.Serialize(question));
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue($"{script} did not answer within two minutes");
        process.ExitCode.ShouldBe(0, errors.GetAwaiter().GetResult());
        return JsonDocument.Parse(answer.GetAwaiter().GetResult()).RootElement.Clone();
    }

    // The folder is kept between runs: the versions are pinned, so that what is there is what would be fetched.
    private static string Install(string[] packages)
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var folder = Path.Combine(cache, "legator-oracles", string.Join('+', packages).Replace('/', '_'));
        lock (Gate)
        {
            if (File.Exists(Path.Combine(folder, "installed")))
            {
                return folder;
            }

            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "package.json"), """{"private":true}""");
            using var npm = Start("npm", folder, ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", .. packages]);
            Assert.SkipWhen(npm is null, "There is no node on this machine: install it to compare with independent parsers.");
            var problems = npm!.StandardError.ReadToEndAsync();
            npm.StandardInput.Close();
            npm.WaitForExit(TimeSpan.FromMinutes(3));
            Assert.SkipWhen(!npm.HasExited || npm.ExitCode != 0, $"npm cannot install {string.Join(", ", packages)}: {(npm.HasExited ? problems.GetAwaiter().GetResult() : "it takes too long")}");
            File.WriteAllText(Path.Combine(folder, "installed"), "");
            return folder;
        }
    }

    private static Process? Start(string program, string folder, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
