using System.Security.Cryptography;
using Legator.ChatOps;
using Legator.Operator;
using Legator.Runner;
using Legator.ServiceDefaults;
using Legator.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Legator.AppHost.Standalone;

/// <summary>Operator, Runner, Web and ChatOps in one host: the same registrations as in their own processes, on embedded parts.</summary>
internal static class EmbeddedRing
{
    /// <summary>The cluster and the console need what is left of the five seconds that Ctrl-C may take.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(4);

    public static WebApplication Build(StandaloneOptions options, string kubeconfig)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        builder.Configuration.AddInMemoryCollection(Settings(options, kubeconfig));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Drain);
        builder.AddServiceDefaults();
        KeepToTheRuns(builder.Logging);
        builder.AddLegatorOperator();
        builder.AddLegatorRunner();
        builder.AddLegatorWeb();
        builder.AddLegatorChatOps();

        var ring = builder.Build();
        ring.MapServiceDefaults();
        ring.MapLegatorWeb();
        return ring;
    }

    /// <summary>Where the started ring really listens; tells the port that <c>--urls</c> with port 0 got.</summary>
    public static string Address(WebApplication ring) =>
        ring.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();

    /// <summary>A newcomer's console shows the agents at work, what their reporting says to log, and what goes wrong; nothing of the machinery.</summary>
    private static void KeepToTheRuns(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        .AddFilter("Legator", LogLevel.Warning)
        .AddFilter("Legator.Operator.Notifications.RunNews", LogLevel.Information)
        .AddFilter("Legator.Runner", LogLevel.Information);

    private static Dictionary<string, string?> Settings(StandaloneOptions options, string kubeconfig)
    {
        // The bot is a caller of its own; in one process nobody else needs to know its token.
        var botToken = RandomNumberGenerator.GetHexString(48, lowercase: true);
        return new()
        {
            [Setting.Kubeconfig] = kubeconfig,
            [Setting.ConnectionString(Topology.Journal)] = $"Data Source={options.DataFile("journal.db")}",
            [Setting.ApiTokenFile] = options.DataFile("token"),
            [Setting.SessionKeys] = options.DataFile("session-keys"),
            [Setting.RunnerId] = "embedded",
            [Setting.Previewer] = AgentRole.Previewer,
            [Setting.AgentClusterRole] = AgentRole.Name,
            [Setting.ChatOpsApiBaseUrl] = options.Url.GetLeftPart(UriPartial.Authority),
            [Setting.ChatOpsToken] = botToken,
            [Setting.ChatOpsApiToken] = botToken,
            [Setting.ChatOpsState] = options.DataFile("chatops-offset"),
        };
    }
}
