using System.Diagnostics;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>Pinned npm packages in a folder that is kept between runs of the tests. Where node or the packages cannot be had, tests leave themselves out and say so.</summary>
internal static class NpmPackages
{
    public const string Everything = "@modelcontextprotocol/server-everything@2026.8.31";
    public const string Filesystem = "@modelcontextprotocol/server-filesystem@2026.8.31";

    public const string Conformance = "@modelcontextprotocol/conformance@0.1.16";

    /// <summary>The newest that runs on Node 20 as it is.</summary>
    public const string OlderConformance = "@modelcontextprotocol/conformance@0.1.13";

    private static readonly Lock Gate = new();

    /// <summary>Path of a file of a package; installs the package where it is not there.</summary>
    public static string File(string package, string file)
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var folder = Path.Combine(cache, "legator-oracles", package.Replace('/', '_'));
        lock (Gate)
        {
            Install(package, folder);
        }

        return Path.Combine(folder, "node_modules", package[..package.LastIndexOf('@')], file);
    }

    private static void Install(string package, string folder)
    {
        var done = Path.Combine(folder, "installed");
        if (System.IO.File.Exists(done))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, "package.json"), """{"private":true}""");
        using var npm = Start(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", package);
        Assert.SkipWhen(npm is null, "There is no node on this machine: install it to test against real MCP servers.");
        npm!.StandardInput.Close();
        var said = npm.StandardOutput.ReadToEndAsync();
        var problems = npm.StandardError.ReadToEndAsync();
        npm.WaitForExit(TimeSpan.FromMinutes(3));
        Assert.SkipWhen(!npm.HasExited || npm.ExitCode != 0, $"npm cannot install {package}: {(npm.HasExited ? problems.GetAwaiter().GetResult() + said.GetAwaiter().GetResult() : "it takes too long")}");
        System.IO.File.WriteAllText(done, "");
    }

    private static Process? Start(string folder, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("npm", arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
