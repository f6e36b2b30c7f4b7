using System.Net;

namespace Legator.LocalCluster.Hosting;

/// <summary>Finds everything that is wrong with the options, at once.</summary>
internal static class LocalClusterOptionsCheck
{
    public static void Require(LocalClusterOptions options)
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            problems.Add("--data-dir: a directory is needed, for example --data-dir ./.legator");
        }
        else if (File.Exists(options.DataDirectory))
        {
            problems.Add($"--data-dir {options.DataDirectory}: this is a file; name a directory");
        }

        if (options.Port is < 0 or > 65535)
        {
            problems.Add($"--port {options.Port}: must be between 1 and 65535, or 0 for any free port");
        }

        if (!IPAddress.TryParse(options.Host, out _))
        {
            problems.Add($"--host {options.Host}: must be an IP address, such as 127.0.0.1");
        }

        if (options.History <= TimeSpan.Zero)
        {
            problems.Add("--history: must be longer than zero, for example 5m");
        }

        if (problems.Count > 0)
        {
            throw new LocalClusterStartException(string.Join(Environment.NewLine, problems));
        }
    }
}
