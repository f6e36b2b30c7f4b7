using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Legator.EndToEnd.Tests.Telemetry;

/// <summary>What OTLP over HTTP is sent to: takes everything, and keeps spans.</summary>
internal sealed class SpanReceiver : IAsyncDisposable
{
    private WebApplication? _app;

    public string Url { get; private set; } = "";

    public ConcurrentQueue<ReceivedSpan> Spans { get; } = new();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(TakeAsync);
        await _app.StartAsync();
        Url = _app.Urls.Single();
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (context.Request.Path == "/v1/traces")
        {
            Read(body.ToArray());
        }

        context.Response.ContentType = "application/x-protobuf";
    }

    private void Read(byte[] request)
    {
        foreach (var (_, resource) in WireReader.Members(request).Where(m => m.Field == 1))
        {
            var about = WireReader.Members(resource).Where(m => m.Field == 1).SelectMany(m => Attributes(m.Value, 1)).ToDictionary();
            var service = about.GetValueOrDefault("service.name", "");
            foreach (var (_, span) in WireReader.Members(resource).Where(m => m.Field == 2).SelectMany(scope => WireReader.Members(scope.Value)).Where(m => m.Field == 2))
            {
                Spans.Enqueue(Span(service, span));
            }
        }
    }

    private static ReceivedSpan Span(string service, ReadOnlyMemory<byte> span)
    {
        var members = WireReader.Members(span).ToLookup(m => m.Field, m => m.Value);
        string Hex(int field) => Convert.ToHexStringLower(members[field].FirstOrDefault().Span);
        return new ReceivedSpan(service, Hex(1), Hex(2), Hex(4), WireReader.Text(members[5].First()), Attributes(span, 9).ToDictionary());
    }

    private static IEnumerable<KeyValuePair<string, string>> Attributes(ReadOnlyMemory<byte> message, int field) => WireReader.Members(message)
        .Where(m => m.Field == field)
        .Select(m => WireReader.Members(m.Value).ToLookup(part => part.Field, part => part.Value))
        .Select(parts => KeyValuePair.Create(WireReader.Text(parts[1].First()), parts[2].SelectMany(value => WireReader.Members(value)).Where(value => value.Field == 1).Select(value => WireReader.Text(value.Value)).FirstOrDefault() ?? ""))
        .DistinctBy(pair => pair.Key);
}
