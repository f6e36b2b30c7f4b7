using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Legator.AppHost.Standalone;

/// <summary>The command line of the embedded set.</summary>
internal static class StandaloneCommand
{
    private static readonly Option<string> DataDir = new("--data-dir")
    {
        Description = "Folder of everything that is kept: cluster, journal, keys, token, kubeconfig.",
        DefaultValueFactory = _ => ".legator",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where API and dashboard listen.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private static readonly Option<int> ClusterPort = new("--cluster-port")
    {
        Description = "Loopback port of the embedded Kubernetes API; 0 picks a free one.",
        DefaultValueFactory = _ => 6480,
    };

    private static readonly Option<bool> NoQuickstart = new("--no-quickstart")
    {
        Description = "Do not apply examples/quickstart at the first start.",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        Urls.Validators.Add(CheckUrl);
        ClusterPort.Validators.Add(CheckPort);
        DataDir.Validators.Add(CheckFolder);
        var root = new RootCommand("Legator: guarded agents on a schedule, all in one process.") { DataDir, Urls, ClusterPort, NoQuickstart };
        root.SetAction((result, cancellation) => RunAsync(Read(result), cancellation));
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> RunAsync(StandaloneOptions options, CancellationToken cancellation)
    {
        try
        {
            await StandaloneHost.RunAsync(options, Console.Out, cancellation);
            return 0;
        }
        catch (Exception problem) when (StartProblem.Explain(problem, options) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    private static StandaloneOptions Read(ParseResult result) => new(
        Path.GetFullPath(result.GetValue(DataDir)!),
        new Uri(result.GetValue(Urls)!),
        result.GetValue(ClusterPort),
        !result.GetValue(NoQuickstart));

    private static void CheckUrl(OptionResult result)
    {
        var text = result.GetValueOrDefault<string>();
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.AbsolutePath != "/")
        {
            result.AddError($"--urls: '{text}' is not one http address; write it as http://127.0.0.1:5080.");
        }
    }

    private static void CheckPort(OptionResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "0";
        if (!ushort.TryParse(text, CultureInfo.InvariantCulture, out _))
        {
            result.AddError($"--cluster-port: '{text}' is not a port; write 0 to 65535.");
        }
    }

    private static void CheckFolder(OptionResult result)
    {
        var path = result.GetValueOrDefault<string>();
        if (string.IsNullOrWhiteSpace(path) || File.Exists(path))
        {
            result.AddError($"--data-dir: '{path}' is not a folder; name a folder that exists or can be made.");
        }
    }
}
