using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Legator.Runner.Tools.Mcp;

/// <summary>An open connection to a server. What a server answers is taken as raw JSON: one malformed tool must not hide the others, nor an unknown kind of content the rest of an answer.</summary>
/// <param name="client">The protocol.</param>
/// <param name="carrier">What carries it; closed after it.</param>
/// <param name="time">The clock.</param>
internal sealed class McpConnection(McpClient client, McpCarrier carrier, TimeProvider time) : IAsyncDisposable
{
    private const int MostTools = 1000;
    private const int MostPages = 50;
    private const int MostBytes = 8 << 20;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    // A server need not say that its tools changed, and what it says may be lost.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _listing = new(1, 1);
    private McpListing? _known;
    private int _changes;
    private int _knownChanges;
    private long _knownSince;
    private int _calls;

    /// <summary>What the server calls itself.</summary>
    public string Version => $"{client.ServerInfo?.Name} {client.ServerInfo?.Version}".Trim();

    /// <summary>What the server says, without what it was shown.</summary>
    public string Redact(string text) => carrier.Redactor.Redact(text);

    /// <summary>The server said that its tools changed.</summary>
    public void Forget() => Interlocked.Increment(ref _changes);

    /// <summary>Its tools, asked for anew when it says that they changed, and after a minute.</summary>
    public async Task<McpListing> ListAsync(CancellationToken cancellationToken)
    {
        await _listing.WaitAsync(cancellationToken);
        try
        {
            var changes = Volatile.Read(ref _changes);
            if (_known is null || _knownChanges != changes || time.GetElapsedTime(_knownSince) > MostAge)
            {
                var asked = time.GetTimestamp();
                (_known, _knownChanges, _knownSince) = (await ReadAsync(cancellationToken), changes, asked);
            }

            return _known;
        }
        finally
        {
            _listing.Release();
        }
    }

    /// <summary>Calls a tool. Giving up tells the server so.</summary>
    public async Task<JsonElement> CallAsync(string tool, JsonElement arguments, CancellationToken cancellationToken)
    {
        var id = new RequestId($"call-{Interlocked.Increment(ref _calls)}");
        try
        {
            return await RequestAsync(RequestMethods.ToolsCall, new JsonObject { ["name"] = tool, ["arguments"] = JsonObject.Create(arguments) }, id, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await CancelAsync(id).WaitAsync(Farewell, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A server that does not answer cannot keep the run from ending.
        await client.DisposeAsync().AsTask().WaitAsync(Farewell, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await carrier.DisposeAsync();
        _listing.Dispose();
    }

    // The library tells a server that began to answer only.
    private Task CancelAsync(RequestId id) =>
        client.SendNotificationAsync(NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = id, Reason = "It takes too long." }, cancellationToken: CancellationToken.None);

    private async Task<McpListing> ReadAsync(CancellationToken cancellationToken)
    {
        var tools = new List<JsonElement>();
        var (bytes, cursor) = (0, (string?)null);
        if (client.ServerCapabilities?.Tools is null)
        {
            return new McpListing([], null);
        }

        for (var page = 0; page < MostPages; page++)
        {
            var result = await RequestAsync(RequestMethods.ToolsList, cursor is null ? [] : new JsonObject { ["cursor"] = cursor }, default, cancellationToken);
            if (result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("tools", out var listed) || listed.ValueKind != JsonValueKind.Array)
            {
                return new McpListing(tools, "The server's list of tools cannot be read.");
            }

            tools.AddRange(listed.EnumerateArray());
            bytes += System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(listed).Length;
            cursor = result.TryGetProperty("nextCursor", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
            if (string.IsNullOrEmpty(cursor))
            {
                return new McpListing(tools, null);
            }

            if (tools.Count > MostTools || bytes > MostBytes)
            {
                break;
            }
        }

        return new McpListing([.. tools.Take(MostTools)], $"The server lists more than {MostTools} tools, or more than can be read: the rest is left out.");
    }

    private async Task<JsonElement> RequestAsync(string method, JsonObject parameters, RequestId id, CancellationToken cancellationToken)
    {
        // The library waits for what carries the message, which may not hear the token.
        var response = await client.SendRequestAsync(new JsonRpcRequest { Method = method, Params = parameters, Id = id }, cancellationToken).WaitAsync(cancellationToken);
        return response.Result is null ? default : JsonSerializer.SerializeToElement(response.Result);
    }
}
