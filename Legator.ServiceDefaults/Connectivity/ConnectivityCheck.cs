using System.Text.Json;
using Legator.Core.Connectivity;
using Legator.Core.Resources.Environments;
using Microsoft.Extensions.Options;

namespace Legator.ServiceDefaults.Connectivity;

/// <summary>Looks whether an environment's network can be reached from here: every endpoint that the environment names, and nothing else, all at once and within one time limit.</summary>
public sealed class ConnectivityCheck(IOptions<ConnectivityOptions> options, TimeProvider time)
{
    private const int MostEndpoints = 200;

    /// <summary>Whether an environment names anything that could be looked at.</summary>
    public static bool HasAnything(LegatorEnvironmentSpec environment) => environment.Endpoints.Count > 0 || environment.Connectivity is { Type: not ConnectivityType.Direct };

    /// <summary>Looks. Never throws for what the network does.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>Null when the environment names nothing that could be looked at.</returns>
    public async Task<ConnectivityReport?> LookAsync(LegatorEnvironmentSpec environment, CancellationToken cancellationToken)
    {
        if (!HasAnything(environment))
        {
            return null;
        }

        var endpoints = environment.Endpoints.OrderBy(endpoint => endpoint.Key, StringComparer.Ordinal).Take(MostEndpoints).ToList();
        var meshed = environment.Connectivity is { Type: not ConnectivityType.Direct };
        using var limit = new CancellationTokenSource(options.Value.Timeout, time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var mesh = meshed ? MeshAsync(environment.Connectivity!.Headscale, deadline.Token) : Task.FromResult<string?>(null);

        // Several names of one address are one knock.
        var knocks = endpoints.Select(endpoint => endpoint.Value.Url).Distinct(StringComparer.Ordinal).ToDictionary(url => url, url => EndpointProbe.TryAsync(url, deadline.Token), StringComparer.Ordinal);
        await Task.WhenAll(knocks.Values);
        var unreachable = endpoints
            .Where(endpoint => knocks[endpoint.Value.Url].Result is not null)
            .Select(endpoint => new UnreachableEndpoint(endpoint.Key, ProbeTarget.Shown(endpoint.Value.Url), knocks[endpoint.Value.Url].Result!));
        var report = new ConnectivityReport(endpoints.Count, [.. unreachable], await mesh);
        cancellationToken.ThrowIfCancellationRequested();
        return report;
    }

    private async Task<string?> MeshAsync(HeadscaleConnectivity? wanted, CancellationToken deadline)
    {
        try
        {
            using var client = new MeshClient(options.Value);
            return MeshRules.Problems(wanted, await client.StatusAsync(deadline), await client.PreferencesAsync(deadline));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException or IOException)
        {
            return $"The mesh's daemon does not answer at {options.Value.MeshSocket} or {options.Value.MeshAddress}: run tailscaled beside this process.";
        }
    }
}
