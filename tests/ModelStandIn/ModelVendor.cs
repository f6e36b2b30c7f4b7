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
        var (status, answer) = Answer(context.Request, await reader.ReadToEndAsync());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private (int Status, JsonObject Answer) Answer(HttpRequest request, string text)
    {
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (Down is { } status)
        {
            return (status, _rules.Error(status, "Overloaded"));
        }

        if (_rules.Refusal(headers, Key) is { } refusal)
        {
            return Refuse(401, refusal);
        }

        return (request.Method, request.Path.Value) switch
        {
            ("GET", var path) when path == _rules.ModelsPath => (200, _rules.Models(Models)),
            ("POST", var path) when path == _rules.Path => Converse(headers, text),
            var (method, path) => Refuse(404, $"there is no {method} {path}"),
        };
    }

    private (int Status, JsonObject Answer) Converse(Dictionary<string, string> headers, string text)
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
            _requests.Add(body);
            return (200, _rules.Reply(_script(_requests.Count, body), (string)body["model"]!));
        }
    }

    private (int Status, JsonObject Answer) Refuse(int status, string message)
    {
        lock (_changing)
        {
            _problems.Add(message);
        }

        return (status, _rules.Error(status, message));
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
