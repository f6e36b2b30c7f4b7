using System.Text;
using Legator.Runner.Gate;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Opens connections: verifies the host's key before any credential is offered, and goes through jump hosts.</summary>
internal sealed partial class SshConnector(HostKeyPins pins, ILogger<SshConnector> logger)
{
    private const int MostJumps = 4;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="SshProblemException">The host cannot be reached, is not the host, or does not let us in.</exception>
    public async Task<SshConnection> OpenAsync(SshHost host, RunScope scope, CancellationToken cancellationToken)
    {
        var below = new List<IDisposable>();
        try
        {
            var (address, port) = await ReachAsync(host, scope, below, [host.Name], cancellationToken);
            var (client, note) = await ConnectAsync(host, address, port, scope, cancellationToken);
            below.Reverse();
            return new SshConnection(client, note, below);
        }
        catch
        {
            below.Reverse();
            below.ForEach(part => part.Dispose());
            throw;
        }
    }

    /// <summary>Where the host is reached from here: at its own address, or at the near end of a forwarding through its jump host.</summary>
    private async Task<(string Address, int Port)> ReachAsync(SshHost host, RunScope scope, List<IDisposable> below, List<string> path, CancellationToken cancellationToken)
    {
        if (host.JumpHost is not { } jumpName)
        {
            return (host.Address, host.Port);
        }

        if (path.Contains(jumpName) || path.Count > MostJumps)
        {
            throw new SshProblemException($"The jump hosts go round in a circle or are more than {MostJumps}: {string.Join(" > ", path)} > {jumpName}.");
        }

        var jump = await SshHosts.FindAsync(jumpName, scope, cancellationToken);
        var (address, port) = await ReachAsync(jump, scope, below, [.. path, jumpName], cancellationToken);
        var (client, _) = await ConnectAsync(jump, address, port, scope, cancellationToken);
        below.Add(client);
        var forwarding = new ForwardedPortLocal("127.0.0.1", host.Address, (uint)host.Port);
        client.AddForwardedPort(forwarding);
        forwarding.Start();
        below.Add(forwarding);
        return (forwarding.BoundHost, (int)forwarding.BoundPort);
    }

    private async Task<(SshClient Client, string? Note)> ConnectAsync(SshHost host, string address, int port, RunScope scope, CancellationToken cancellationToken)
    {
        var key = new SshHostKey(host, host.KnownHosts is null ? await pins.FindAsync(scope.Agent.Namespace, host.KnownName, cancellationToken) : null);
        var client = new SshClient(new Renci.SshNet.ConnectionInfo(address, port, host.User, Methods(host)) { Timeout = ConnectTimeout, RetryAttempts = 1 });
        client.HostKeyReceived += key.Judge;
        try
        {
            await client.ConnectAsync(cancellationToken);
            return (client, await HoldAsync(host, key, scope, cancellationToken));
        }
        catch (Exception e)
        {
            client.Dispose();
            throw Explain(host, key, e);
        }
    }

    private async Task<string?> HoldAsync(SshHost host, SshHostKey key, RunScope scope, CancellationToken cancellationToken)
    {
        if (!key.IsNew || key.Shown is not { } shown)
        {
            return null;
        }

        var pinned = await pins.PinAsync(scope.Agent.Namespace, host.KnownName, shown, cancellationToken);
        if (pinned != shown)
        {
            throw new SshProblemException($"{host.Name} showed the host key {shown}, and another runner saw {pinned} at the same moment.");
        }

        Log.Pinned(logger, scope.Run, host.Name, shown);
        return $"[first contact with {host.Name}: its host key {shown} is pinned in the ConfigMap {HostKeyPins.Name}]";
    }

    private static AuthenticationMethod[] Methods(SshHost host)
    {
        var methods = new List<AuthenticationMethod>();
        if (host.PrivateKey is not null)
        {
            methods.Add(new PrivateKeyAuthenticationMethod(host.User, Key(host)));
        }

        if (host.Password is not null)
        {
            methods.Add(new PasswordAuthenticationMethod(host.User, host.Password));
        }

        return [.. methods];
    }

    private static PrivateKeyFile Key(SshHost host)
    {
        try
        {
            using var key = Stream(host.PrivateKey!.ReplaceLineEndings("\n") + "\n");
            if (host.Certificate is null)
            {
                return new PrivateKeyFile(key, host.Passphrase);
            }

            using var certificate = Stream(host.Certificate);
            return new PrivateKeyFile(key, host.Passphrase, certificate);
        }
        catch (Exception e) when (e is SshException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // The library's own message may quote the key.
            throw new SshProblemException($"The credential '{host.Name}' has a 'private-key', 'passphrase' or 'certificate' that cannot be read ({e.GetType().Name}).");
        }
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Exception Explain(SshHost host, SshHostKey key, Exception e) => e switch
    {
        SshProblemException or OperationCanceledException => e,
        _ when key.Problem is { } problem => new SshProblemException(problem),
        SshAuthenticationException => new SshProblemException($"{host.Name} does not let {host.User} in with the credential '{host.Name}'."),
        _ => new SshProblemException($"{host.Name} cannot be reached at {host.KnownName}: {e.Message}"),
    };

    private static partial class Log
    {
        [LoggerMessage(320, LogLevel.Warning, "Run {Run}: first contact with {Host}, its host key {Key} is pinned.")]
        public static partial void Pinned(ILogger logger, Legator.Core.Runs.RunKey run, string host, string key);
    }
}
