using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Tests.Protocol;

/// <summary>An open watch.</summary>
internal sealed class ApiWatch(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public int Code => (int)response.StatusCode;

    /// <summary>The next event as "TYPE name", bookmarks as "BOOKMARK".</summary>
    public async Task<string> NextAsync()
    {
        JsonNode change = await NextEventAsync();
        string type = change["type"]!.ToString();
        return type == "BOOKMARK" ? type : $"{type} {change["object"]!["metadata"]?["name"]}";
    }

    public async Task<JsonNode> NextEventAsync()
    {
        using CancellationTokenSource limit = new(_patience);
        try
        {
            return JsonNode.Parse(await lines.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException("the watch ended and an event was expected"))!;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"no watch event within {_patience}");
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
