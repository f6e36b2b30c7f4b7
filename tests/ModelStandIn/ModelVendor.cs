using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Tests.ModelStandIn;

/// <summary>A vendor's API on a port of this machine. It takes nothing that the vendor would not take, and says what a script tells it to.</summary>
internal sealed class ModelVendor : IAsyncDisposable
{
    public const string Key = "stand-in-key-51c7";

    private readonly WebApplication _app;
    private readonly IVendorRules _rules;
    private readonly Func<int, JsonObject, StandInTurn> _script;
    private readonly Lock _changing = new();
    private readonly List<JsonObject> _requests = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _denied = [];
    private readonly List<IReadOnlyDictionary<string, string>> _headers = [];
    private int _attempts;

    private ModelVendor(WebApplication app, IVendorRules rules, Func<int, JsonObject, StandInTurn> script) => (_app, _rules, _script) = (app, rules, script);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Every conversation that it took.</summary>
    public IReadOnlyList<JsonObject> Requests
    {
        get
        {
            lock (_changing)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Everything that it would not take.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_changing)
            {
                return [.. _problems];
            }
        }
    }

    /// <summary>Models that it lists.</summary>
    public IReadOnlyList<string> Models { get; set; } = ["m"];

    /// <summary>Answers every conversation with this status; null to work.</summary>
    public int? Down { get; set; }

    /// <summary>What goes wrong: by the number of the attempt, from 1. Each is a request that the vendor would take.</summary>
    public Func<int, StandInFault?> Fault { get; set; } = _ => null;

    /// <summary>The secret of who may ask; null for anybody.</summary>
    public Func<string?> Secret { get; set; } = () => Key;

    /// <summary>Why it did not know who asked, each time.</summary>
    public IReadOnlyList<string> Denied
    {
        get
        {
            lock (_changing)
            {
                return [.. _denied];
            }
        }
    }

    /// <summary>How many of the requests failed on purpose.</summary>
    public int Failed => _attempts - _requests.Count;

    /// <summary>Headers of every request, in their order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Headers
    {
        get
        {
            lock (_changing)
            {
                return [.. _headers];
            }
        }
    }

    /// <param name="rules">The vendor.</param>
    /// <param name="script">What the model says: by the number of the request, from 1, and the request.</param>
    public static async Task<ModelVendor> StartAsync(IVendorRules rules, Func<int, JsonObject, StandInTurn> script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var vendor = new ModelVendor(builder.Build(), rules, script);
        vendor._app.Run(vendor.AnswerAsync);
        await vendor._app.StartAsync();
        return vendor;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var answer = Answer(context.Request, await reader.ReadToEndAsync());
        if (answer.Fault is { Status: null })
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Pieces is null ? "application/json" : _rules.StreamType;
        context.Response.Headers.RetryAfter = answer.Fault?.RetryAfter;
        var sent = 0;
        foreach (var piece in answer.Pieces ?? [answer.Body!.ToJsonString()])
        {
            if (answer.Fault is { Status: 200 } fault && (answer.Pieces is null || sent++ == fault.Pieces))
            {
                await BreakOffAsync(context, fault);
                return;
            }

            await context.Response.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
        }
    }

    private async Task BreakOffAsync(HttpContext context, StandInFault fault)
    {
        if (fault.TellsOfAnError)
        {
            var error = _rules.Error(529, "Overloaded").ToJsonString();
            await context.Response.WriteAsync(_rules.StreamType == "text/event-stream" ? StreamPieces.Event(error, "error") : error + "\n");
            return;
        }

        if (fault.Stalls)
        {
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        }

        context.Abort();
    }

    private StandInAnswer Answer(HttpRequest request, string text)
    {
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (Down is { } status)
        {
            return new StandInAnswer(status, _rules.Error(status, "Overloaded"));
        }

        if (Secret() is { } secret && _rules.Refusal(headers, secret) is { } refusal)
        {
            lock (_changing)
            {
                _denied.Add(refusal);
            }

            return new StandInAnswer(401, _rules.Error(401, refusal));
        }

        return (request.Method, request.Path.Value) switch
        {
            ("GET", var path) when path == _rules.ModelsPath => new StandInAnswer(200, _rules.Models(Models)),
            ("POST", var path) when path == _rules.Path => Converse(headers, text),
            var (method, path) => Refuse(404, $"there is no {method} {path}"),
        };
    }

    private StandInAnswer Converse(Dictionary<string, string> headers, string text)
    {
        if (!headers.GetValueOrDefault("Content-Type", "").StartsWith("application/json", StringComparison.Ordinal))
        {
            return Refuse(415, "Content-Type must be application/json");
        }

        if (Parse(text) is not { } body)
        {
            return Refuse(400, "the body is no JSON object");
        }

        if (_rules.Problems(body).ToList() is { Count: > 0 } problems)
        {
            return Refuse(400, string.Join("; ", problems));
        }

        lock (_changing)
        {
            _headers.Add(headers);
            var fault = Fault(++_attempts);
            if (fault is { Status: not 200 })
            {
                return new StandInAnswer(fault.Status ?? 0, fault.Status is { } status ? _rules.Error(status, "Not now") : null) { Fault = fault };
            }

            var turn = _script(_requests.Count + 1, body);
            if (fault is null)
            {
                _requests.Add(body);
            }

            var model = (string)body["model"]!;
            return (bool?)body["stream"] is true
                ? new StandInAnswer(200, null) { Pieces = [.. _rules.Stream(turn, model)], Fault = fault }
                : new StandInAnswer(200, _rules.Reply(turn, model)) { Fault = fault };
        }
    }

    private StandInAnswer Refuse(int status, string message)
    {
        lock (_changing)
        {
            _problems.Add(message);
        }

        return new StandInAnswer(status, _rules.Error(status, message));
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
