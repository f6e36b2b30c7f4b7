using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.ChatOps.Tests;

/// <summary>The Bot API on the wire: hands out what people write and keeps what the bot sends.</summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    public const string BotToken = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    private readonly List<JsonObject> updates = [];
    private readonly ConcurrentQueue<(long Chat, string Text)> sent = [];
    private readonly WebApplication app;
    private int lastId = 100;

    private FakeTelegram(WebApplication app) => this.app = app;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public IReadOnlyCollection<(long Chat, string Text)> Sent => sent;

    /// <summary>How often the bot asked for messages.</summary>
    public int Polls { get; private set; }

    /// <summary>When set, every question for messages gets this status.</summary>
    public int? Refusal { get; set; }

    public static async Task<FakeTelegram> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var fake = new FakeTelegram(builder.Build());
        fake.app.MapPost($"/bot{BotToken}/{{method}}", fake.AnswerAsync);
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>Somebody writes into a chat.</summary>
    public void Write(long chat, string text)
    {
        lock (updates)
        {
            updates.Add(new JsonObject
            {
                ["update_id"] = ++lastId,
                ["message"] = new JsonObject
                {
                    ["message_id"] = lastId,
                    ["date"] = 1_800_000_000,
                    ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
                    ["text"] = text,
                },
            });
        }
    }

    /// <summary>Waits for the next answer to a chat.</summary>
    public async Task<string> AnswerToAsync(long chat, int number = 1) => (await Eventually.BecomesAsync(
        $"{number} answers to chat {chat}", () => Task.FromResult(sent.Where(s => s.Chat == chat).ToList()), s => s.Count >= number))[number - 1].Text;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AnswerAsync(string method, HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        if (method.Equals("sendMessage", StringComparison.OrdinalIgnoreCase))
        {
            sent.Enqueue(((long)body["chat_id"]!, (string)body["text"]!));
            body["link_preview_options"]!["is_disabled"]!.GetValue<bool>().ShouldBeTrue();
            return Ok(new JsonObject { ["message_id"] = 1, ["date"] = 1_800_000_000, ["chat"] = new JsonObject { ["id"] = (long)body["chat_id"]!, ["type"] = "private" } });
        }

        Polls++;
        if (Refusal is { } status)
        {
            return Results.Json(new { ok = false, error_code = status, description = "refused" }, statusCode: status);
        }

        var offset = (int?)body["offset"] ?? 0;
        lock (updates)
        {
            return Ok(new JsonArray([.. updates.Where(u => (int)u["update_id"]! >= offset).Select(u => u.DeepClone())]));
        }
    }

    private static IResult Ok(JsonNode result) => Results.Content(new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString(), "application/json");
}
