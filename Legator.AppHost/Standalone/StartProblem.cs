using System.Net.Sockets;
using Legator.LocalCluster.Hosting;
using Microsoft.Extensions.Options;

namespace Legator.AppHost.Standalone;

/// <summary>Says what went wrong at start in words that name the option to change; anything else is a fault of ours and keeps its trace.</summary>
internal static class StartProblem
{
    public static string? Explain(Exception problem, StandaloneOptions options) => problem switch
    {
        OptionsValidationException invalid => $"Settings are not valid:\n  {string.Join("\n  ", invalid.Failures)}",
        IOException { InnerException: SocketException or IOException { InnerException: SocketException } } =>
            $"Cannot listen on {options.Url.GetLeftPart(UriPartial.Authority)}: the address is in use. Choose another with --urls, or stop the other process.",
        UnauthorizedAccessException denied => $"--data-dir: {denied.Message}",
        LocalClusterStartException refused => refused.Message,
        _ => null,
    };
}
