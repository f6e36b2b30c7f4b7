using System.Text;
using Legator.Runner.Gate;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Opens connections: verifies the host's key before any credential is offered, and goes through jump hosts.</summary>
internal sealed partial class SshConnector(HostKeyPins pins, TimeProvider time, ILogger<SshConnector> logger)
{
    private const int MostJumps = 4;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // The library's own time begins anew with each message, so a host that drips would never be given up.
    private static readonly TimeSpan LoginTimeout = TimeSpan.FromSeconds(15);

    /// <exception cref="SshProblemException">The host cannot be reached, is not the host, or does not let us in.</exception>
    public async Task<SshConnection> OpenAsync(SshHost host, RunScope scope, CancellationToken cancellationToken)
    {
        var below = new List<IDisposable>();
        try
        {
            var notes = new List<string>();
            var (address, port) = await ReachAsync(host, scope, below, notes, [host.Name], cancellationToken);
            var client = await ConnectAsync(host, address, port, scope, notes, cancellationToken);
            below.Reverse();
            return new SshConnection(client, notes.Count == 0 ? null : string.Join('\n', notes), below);
        }
        catch
        {
            below.Reverse();
            below.ForEach(part => part.Dispose());
            throw;
        }
    }

    /// <summary>Where the host is reached from here: at its own address, or at the near end of a forwarding through its jump host.</summary>
    private async Task<(string Address, int Port)> ReachAsync(SshHost host, RunScope scope, List<IDisposable> below, List<string> notes, List<string> path, CancellationToken cancellationToken)
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
        var (address, port) = await ReachAsync(jump, scope, below, notes, [.. path, jumpName], cancellationToken);
        var client = await ConnectAsync(jump, address, port, scope, notes, cancellationToken);
        below.Add(client);
        var forwarding = new ForwardedPortLocal("127.0.0.1", host.Address, (uint)host.Port);
        client.AddForwardedPort(forwarding);
        forwarding.Start();
        below.Add(forwarding);
        return (forwarding.BoundHost, (int)forwarding.BoundPort);
    }

    private async Task<SshClient> ConnectAsync(SshHost host, string address, int port, RunScope scope, List<string> notes, CancellationToken cancellationToken)
    {
        var key = new SshHostKey(host, host.KnownHosts is null ? await pins.FindAsync(scope.Agent.Namespace, host.KnownName, cancellationToken) : null, time);
        var client = new SshClient(Describe(host, key, address, port));
        client.HostKeyReceived += key.Judge;
        using var deadline = new CancellationTokenSource(LoginTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await client.ConnectAsync(either.Token);
            await HoldAsync(host, key, scope, notes, cancellationToken);
            return client;
        }
        catch (Exception e)
        {
            client.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (key is { IsChanged: true, Problem: { } problem })
            {
                Log.Refused(logger, scope.Run, problem);
                await scope.Notices.WarnAsync("SshHostKeyRefused", problem);
            }

            throw Explain(host, key, e);
        }
    }

    private static Renci.SshNet.ConnectionInfo Describe(SshHost host, SshHostKey key, string address, int port)
    {
        var connection = new Renci.SshNet.ConnectionInfo(address, port, host.User, Methods(host)) { Timeout = ConnectTimeout, RetryAttempts = 1 };
        var known = connection.HostKeyAlgorithms.ToDictionary(a => a.Key, a => a.Value);
        connection.HostKeyAlgorithms.Clear();
        foreach (var algorithm in key.Order([.. known.Keys]))
        {
            connection.HostKeyAlgorithms.Add(algorithm, known[algorithm]);
        }

        return connection;
    }

    private async Task HoldAsync(SshHost host, SshHostKey key, RunScope scope, List<string> notes, CancellationToken cancellationToken)
    {
        if (!key.IsNew || key.Shown is not { } shown)
        {
            return;
        }

        var pinned = await pins.PinAsync(scope.Agent.Namespace, host.KnownName, shown, cancellationToken);
        if (pinned != shown)
        {
            throw new SshProblemException($"{host.Name} showed the host key {shown}, and another runner saw {pinned} at the same moment.");
        }

        Log.Pinned(logger, scope.Run, host.Name, shown);
        var note = $"first contact with {host.Name}: its host key {shown} is pinned in the ConfigMap {HostKeyPins.Name}";
        await scope.Notices.TellAsync("SshHostKeyPinned", $"{char.ToUpperInvariant(note[0])}{note[1..]} of {scope.Agent.Namespace}.");
        notes.Add($"[{note}]");
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
        SshProblemException => e,
        OperationCanceledException => new SshProblemException($"{host.Name} at {host.KnownName} did not let {host.User} in within {LoginTimeout.TotalSeconds:F0} s."),
        _ when key.Problem is { } problem => new SshProblemException(problem),
        SshAuthenticationException => new SshProblemException($"{host.Name} does not let {host.User} in with the credential '{host.Name}'."),
        _ => new SshProblemException($"{host.Name} cannot be reached at {host.KnownName}: {e.Message}"),
    };

    private static partial class Log
    {
        [LoggerMessage(320, LogLevel.Warning, "Run {Run}: first contact with {Host}, its host key {Key} is pinned.")]
        public static partial void Pinned(ILogger logger, Legator.Core.Runs.RunKey run, string host, string key);

        [LoggerMessage(321, LogLevel.Warning, "Run {Run}: {Problem}")]
        public static partial void Refused(ILogger logger, Legator.Core.Runs.RunKey run, string problem);
    }
}
