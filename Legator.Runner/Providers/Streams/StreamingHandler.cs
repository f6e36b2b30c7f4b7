using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Providers.Streams;

/// <summary>
/// Asks for a streamed reply, reads it to its end, and hands it on as one that was not streamed. What is wrong in the middle of it fails the attempt as it would
/// have failed before its first byte, so it is repeated like any other; one that runs past its limit of tokens is cut.
/// </summary>
/// <param name="inner">Sends.</param>
/// <param name="begin">Makes what reads the vendor's events.</param>
/// <param name="patience">How long anything may fail to come.</param>
/// <param name="mostBytes">A longer reply is given up.</param>
/// <param name="time">Measures the waits.</param>
internal sealed class StreamingHandler(HttpMessageHandler inner, Func<ReplyStream> begin, StreamPatience patience, long mostBytes, TimeProvider time) : DelegatingHandler(inner)
{
    private const string Json = "application/json";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null || JsonNode.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken)) is not JsonObject body)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var reply = begin();
        reply.Ask(body);
        request.Content = Content(body);
        var response = await WithinAsync(token => base.SendAsync(request, token), cancellationToken);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType == Json)
        {
            return await WithinAsync(token => WholeAsync(response, token), cancellationToken);
        }

        using (response)
        {
            await using var bytes = new WatchedStream(await response.Content.ReadAsStreamAsync(cancellationToken), patience, mostBytes, time);
            var isCut = await ReadAsync(reply, bytes, body, cancellationToken);
            return reply.Failure is { } failure
                ? Response((HttpStatusCode)failure.Status, failure.Body, response)
                : Response(response.StatusCode, reply.Reply(body, isCut), response);
        }
    }

    private async Task<HttpResponseMessage> WithinAsync(Func<CancellationToken, Task<HttpResponseMessage>> wait, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience.First, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await wait(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw patience.Lost(atFirst: true);
        }
    }

    /// <summary>An error, or the reply of a server that does not stream.</summary>
    private async Task<HttpResponseMessage> WholeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(mostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Reads to the end, to an error, or until it is too much.</summary>
    /// <returns>True when it was too much.</returns>
    private static async Task<bool> ReadAsync(ReplyStream reply, Stream bytes, JsonObject request, CancellationToken cancellationToken)
    {
        await foreach (var part in reply.IsOfLines ? LinesAsync(bytes, cancellationToken) : EventsAsync(bytes, cancellationToken))
        {
            Add(reply, part);
            if (reply.Failure is not null || reply.IsTooLong(request))
            {
                return reply.Failure is null;
            }
        }

        return reply.IsWhole ? false : throw new HttpRequestException(HttpRequestError.ResponseEnded, "The reply broke off before its end.");
    }

    private static void Add(ReplyStream reply, string part)
    {
        if (!part.StartsWith('{'))
        {
            reply.AddText(part);
            return;
        }

        try
        {
            reply.Add((JsonObject)JsonNode.Parse(part)!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"The streamed reply cannot be read: {e.Message}", e);
        }
    }

    private static async IAsyncEnumerable<string> EventsAsync(Stream bytes, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in SseParser.Create(bytes).EnumerateAsync(cancellationToken))
        {
            yield return item.Data;
        }
    }

    private static async IAsyncEnumerable<string> LinesAsync(Stream bytes, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(bytes, Encoding.UTF8, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return line;
        }
    }

    private static HttpResponseMessage Response(HttpStatusCode status, JsonObject body, HttpResponseMessage streamed)
    {
        var response = new HttpResponseMessage(status) { Content = Content(body), RequestMessage = streamed.RequestMessage, Version = streamed.Version };
        foreach (var header in streamed.Headers)
        {
            response.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return response;
    }

    private static ByteArrayContent Content(JsonObject body) => new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(Json) } };
}
