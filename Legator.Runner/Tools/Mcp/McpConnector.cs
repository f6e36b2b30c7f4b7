using Legator.Core.Actions.Classification.Http;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Http;
using Legator.Runner.Tools.Mcp.OAuth;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Opens connections to servers. It offers them nothing that they could use: no model, no folders, and nobody who answers questions.</summary>
internal sealed class McpConnector(IOptions<McpOptions> options, GuardedHttp http, TimeProvider time)
{
    private static readonly Implementation Us = new() { Name = "legator", Version = typeof(McpConnector).Assembly.GetName().Version?.ToString(3) ?? "0" };

    // The library finds out by itself what a server speaks; a server that answers anything at all to a question it does not know misleads it, and is asked again by version.
    private static readonly string?[] Versions = [null, "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

    /// <summary>Connects to a server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="scope">The run.</param>
    /// <param name="changed">Called when the server says that its tools changed.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="McpProblemException">It cannot be used; the message says why.</exception>
    public async Task<McpConnection> OpenAsync(McpServer server, RunScope scope, Action changed, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.DiscoveryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await NegotiateAsync(server, scope, changed, either.Token);
        }
        catch (Exception e)
        {
            throw e switch
            {
                OperationCanceledException when cancellationToken.IsCancellationRequested => e,
                OperationCanceledException => new McpProblemException($"It did not answer within {options.Value.DiscoveryTimeout.TotalSeconds:0.#} s."),
                McpProblemException => e,
                ToolInputException input => new McpProblemException($"{input.Problem.Message} {input.Problem.Remedy}".TrimEnd()),
                _ => new McpProblemException(McpFailure.Describe(e)),
            };
        }
    }

    private async Task<McpConnection> NegotiateAsync(McpServer server, RunScope scope, Action changed, CancellationToken cancellationToken)
    {
        foreach (var version in Versions)
        {
            var carrier = server.Spec.Command is null ? await HttpAsync(server, scope, cancellationToken) : await ProcessAsync(server, scope, cancellationToken);
            try
            {
                return await ConnectAsync(server, carrier, version, changed, cancellationToken);
            }
            catch (Exception e)
            {
                await carrier.DisposeAsync();
                if (e is OperationCanceledException || !McpFailure.IsMisunderstanding(e) || version == Versions[^1])
                {
                    throw e is OperationCanceledException ? e : new McpProblemException(McpFailure.Describe(e, carrier.Redactor.Redact));
                }
            }
        }

        throw new InvalidOperationException("There is always a last version.");
    }

    private async Task<McpConnection> ConnectAsync(McpServer server, McpCarrier carrier, string? version, Action changed, CancellationToken cancellationToken)
    {
        McpConnection? connection = null;
        var connecting = McpClient.CreateAsync(carrier.Transport, Options(server, version, Changed), cancellationToken: cancellationToken);
        var client = await connecting.WaitAsync(cancellationToken);
        connection = new McpConnection(client, carrier, time);
        return connection;

        void Changed()
        {
            connection?.Forget();
            changed();
        }
    }

    private McpClientOptions Options(McpServer server, string? version, Action changed) => new()
    {
        ProtocolVersion = version,
        ClientInfo = Us,
        TimeProvider = time,
        InitializationTimeout = options.Value.DiscoveryTimeout,
        DiscoverProbeTimeout = options.Value.DiscoveryTimeout / 3,
        Handlers = new McpClientHandlers
        {
            ElicitationHandler = server.Spec.Elicitation == McpElicitation.AcceptDefaults ? (form, _) => ValueTask.FromResult(McpForms.Answer(form)) : null,
            NotificationHandlers = [new(NotificationMethods.ToolListChangedNotification, (_, _) =>
            {
                changed();
                return ValueTask.CompletedTask;
            })],
        },
    };

    private async Task<McpCarrier> HttpAsync(McpServer server, RunScope scope, CancellationToken cancellationToken)
    {
        if (!HttpTarget.TryRead(server.Spec.Endpoint ?? "", out var target, out var problem))
        {
            throw new McpProblemException($"Its endpoint cannot be called. {problem}");
        }

        var session = server.Spec.Oauth is { } oauth ? await OAuthSession.OfAsync(server.Name, target, oauth, scope, http, time, cancellationToken) : null;
        var credential = server.Spec.Credential ?? (scope.Credentials.ContainsKey(server.Name) && session is null ? server.Name : null);
        var shown = credential is null ? null : await HttpCredential.OpenAsync(credential, scope, cancellationToken);
        var way = new McpHttpHandler(target, [], shown, session?.Tls, http);
        var client = new HttpClient(session is null ? way : new OAuthHandler(session, way)) { Timeout = Timeout.InfiniteTimeSpan };
        var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = target.Url, Name = server.Name, MaxReconnectionAttempts = 2 }, client);
        return new McpCarrier(transport, shown?.Secrets ?? [], async () =>
        {
            await transport.DisposeAsync();
            client.Dispose();
            shown?.Dispose();
        });
    }

    private async Task<McpCarrier> ProcessAsync(McpServer server, RunScope scope, CancellationToken cancellationToken)
    {
        McpCommands.Check(server, options.Value);
        var process = McpProcess.Start(server, await McpVariables.OfAsync(server, scope, cancellationToken), time);
        return new McpCarrier(new StreamClientTransport(process.Input, new BoundedStream(process.Output, breaks: 1)), [], process.DisposeAsync);
    }
}
