using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Web.Tests.RealBrowser;

/// <summary>One tab: it goes to addresses, clicks and types as a person does, and says what is to be seen.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _open = new();
    private readonly CancellationTokenSource _end = new();
    private Task _reading = Task.CompletedTask;
    private string? _session;
    private int _last;

    public static async Task<Tab> OpenAsync(Uri debugger, int width = 1280, int height = 900)
    {
        var tab = new Tab();
        await tab._socket.ConnectAsync(debugger, CancellationToken.None);
        tab._reading = tab.ReadAsync();
        var target = await tab.SendAsync("Target.createTarget", new { url = "about:blank" });
        tab._session = (string?)(await tab.SendAsync("Target.attachToTarget", new { targetId = (string?)target["targetId"], flatten = true }))["sessionId"];
        await tab.SendAsync("Page.enable", new { });
        await tab.SizeAsync(width, height);
        return tab;
    }

    public Task SizeAsync(int width, int height) => SendAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });

    public async Task GoAsync(Uri url)
    {
        await SendAsync("Page.navigate", new { url = url.ToString() });
        await UntilAsync($"{url} is loaded", $"document.readyState === 'complete' && location.href.startsWith({JsonSerializer.Serialize(url.ToString())})");
    }

    /// <summary>All that a person reads on the page.</summary>
    public async Task<string> TextAsync() => (string?)await EvaluateAsync("document.body.innerText") ?? "";

    public async Task<string> PathAsync() => (string?)await EvaluateAsync("location.pathname") ?? "";

    public async Task TypeAsync(string selector, string text)
    {
        await ClickAsync(selector);
        await SendAsync("Input.insertText", new { text });
    }

    /// <summary>Clicks the middle of what a selector finds, with the mouse: what covers it is clicked instead, as it would be by a person.</summary>
    public async Task ClickAsync(string selector)
    {
        var found = JsonSerializer.Serialize(selector);
        await UntilAsync($"{selector} is there", $"document.readyState === 'complete' && !!document.querySelector({found})");
        var box = await EvaluateAsync($"(() => {{ const e = document.querySelector({found}); e.scrollIntoView({{block: 'center', behavior: 'instant'}}); const r = e.getClientRects()[0]; return {{x: r.x + r.width / 2, y: r.y + r.height / 2}}; }})()");
        foreach (var type in (string[])["mousePressed", "mouseReleased"])
        {
            await SendAsync("Input.dispatchMouseEvent", new { type, x = (double)box!["x"]!, y = (double)box["y"]!, button = "left", clickCount = 1 });
        }
    }

    /// <summary>Waits until an expression of the page is true.</summary>
    public Task UntilAsync(string what, string expression) => Eventually.IsTrueAsync(what, async () => await EvaluateAsync($"!!({expression})") is JsonValue value && value.GetValue<bool>(), Patience);

    /// <summary>The page as a PNG.</summary>
    public async Task<byte[]> PictureAsync() => Convert.FromBase64String((string)(await SendAsync("Page.captureScreenshot", new { captureBeyondViewport = true }))["data"]!);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _end.Dispose();
    }

    /// <summary>Null also while the page is being exchanged for the next.</summary>
    private async Task<JsonNode?> EvaluateAsync(string expression)
    {
        try
        {
            return (await SendAsync("Runtime.evaluate", new { expression, returnByValue = true }))["result"]?["value"];
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<JsonNode> SendAsync(string method, object parameters)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _open[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = JsonSerializer.SerializeToNode(parameters) };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var said = await answer.Task.WaitAsync(Patience);
        return said["result"] ?? throw new InvalidOperationException($"{method}: {said["error"]?.ToJsonString()}");
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take(JsonNode.Parse(message.ToArray())!);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            foreach (var waiting in _open.Values)
            {
                waiting.TrySetException(new InvalidOperationException("The browser is gone."));
            }
        }
    }

    private void Take(JsonNode said)
    {
        if (said["id"] is { } id && _open.TryRemove((int)id, out var waiting))
        {
            waiting.TrySetResult(said);
        }
    }
}
