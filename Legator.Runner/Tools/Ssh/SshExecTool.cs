using Legator.Core.Actions.Classification.Shell;
using Legator.Core.Guardrails;
using Legator.Core.Scheduling;
using Legator.Runner.Gate;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Runs a command line on a host of the environment.</summary>
internal sealed class SshExecTool(SshConnector connector, TimeProvider time) : Tool<SshExecArguments>
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MostTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    public override string Name => "ssh.exec";

    public override string Description => "Runs a command line on a host over SSH and returns its output, then its error output, then its exit code when that is not 0. At most 8 KiB are shown.";

    public override TimeSpan Timeout => MostTimeout + Grace;

    protected override async Task<PreparedCall> PrepareAsync(SshExecArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var limit = Limit(arguments.Timeout);
        var rules = await SshHosts.RulesAsync(arguments.Host, scope, cancellationToken);
        var context = scope.Environment.ForClassifiers() with { Hosts = new Dictionary<string, HostRules> { [arguments.Host] = rules } };
        var actions = ToolActions.Classify(Name, arguments, context);
        return new PreparedCall(actions, (_, token) => RunAsync(arguments.Host, arguments.Command, limit, scope, token));
    }

    private static TimeSpan Limit(string? text) =>
        text is null ? DefaultTimeout
        : GoDuration.TryParse(text, out var limit, out _) && limit > TimeSpan.Zero && limit <= MostTimeout ? limit
        : throw new ToolInputException(GuardrailReason.InvalidArguments, $"The timeout '{text}' is no time from 1ms to {MostTimeout.TotalMinutes:F0}m.", "Write e.g. 45s or 2m, or leave it out.");

    private async Task<ToolOutput> RunAsync(string host, string command, TimeSpan limit, RunScope scope, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(host, scope, cancellationToken);
        try
        {
            using var running = connection.Client.CreateCommand(RemoteShell.Line(command));
            return await RunAsync(connection.Client, running, new SshOutput(connection.TakeNote(), scope.Redactor), limit, cancellationToken);
        }
        catch (Exception e) when (e is SshException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            await scope.Resources.DropAsync<SshConnection>(host);
            return ToolOutput.Doubtful($"The connection to {host} broke: {e.Message}. The command may have taken effect all the same.");
        }
    }

    private async Task<SshConnection> ConnectAsync(string host, RunScope scope, CancellationToken cancellationToken)
    {
        var connection = await scope.Resources.GetAsync(host, () => OpenAsync(host, scope, cancellationToken));
        if (connection.Client.IsConnected)
        {
            return connection;
        }

        await scope.Resources.DropAsync<SshConnection>(host);
        return await scope.Resources.GetAsync(host, () => OpenAsync(host, scope, cancellationToken));
    }

    private async Task<SshConnection> OpenAsync(string host, RunScope scope, CancellationToken cancellationToken) =>
        await connector.OpenAsync(await SshHosts.FindAsync(host, scope, cancellationToken), scope, cancellationToken);

    private async Task<ToolOutput> RunAsync(SshClient client, SshCommand running, SshOutput said, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        // The library's streams do not hear a token, so the waiting is given up and not the reading.
        var done = ReadAsync(running, said);
        try
        {
            await done.WaitAsync(linked.Token);
            return ToolOutput.Done(said + End(running)) with { MaxBytes = SshOutput.MaxTotal, MaxLines = int.MaxValue };
        }
        catch (OperationCanceledException)
        {
            said.IsInterrupted = true;
            var ended = await EndAsync(client, said.Errors, done);
            cancellationToken.ThrowIfCancellationRequested();
            return ToolOutput.Doubtful($"The command took longer than {limit.TotalSeconds:0.###} s {(ended ? "and was ended" : "and could not be ended")}. It may have taken effect all the same.\n{said}") with { MaxBytes = SshOutput.MaxTotal, MaxLines = int.MaxValue };
        }
    }

    private static string End(SshCommand done) =>
        done.ExitSignal is { Length: > 0 } signal ? $"\n[ended by signal {signal}]"
        : done.ExitStatus is not 0 ? $"\n[exit code {done.ExitStatus?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}]" : "";

    private static Task ReadAsync(SshCommand running, SshOutput said)
    {
        var ended = running.ExecuteAsync(CancellationToken.None);
        return Task.WhenAll(ended, said.Output.ReadAsync(running.OutputStream, CancellationToken.None), said.Errors.ReadAsync(running.ExtendedOutputStream, CancellationToken.None));
    }

    /// <summary>Ends the line on the host: giving up here alone would leave it running there.</summary>
    private async Task<bool> EndAsync(SshClient client, BoundedOutput errors, Task done)
    {
        RemoteShell.Strip(errors.Text, out var group);
        if (group is not { } id)
        {
            return false;
        }

        try
        {
            using var kill = client.CreateCommand(RemoteShell.End(id));
            using var patience = new CancellationTokenSource(Grace / 2, time);
            await kill.ExecuteAsync(patience.Token);
            await done.WaitAsync(patience.Token);
            return true;
        }
        catch (Exception e) when (e is SshException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }
}
