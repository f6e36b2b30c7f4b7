using System.Net;
using System.Text;
using System.Text.Json;

namespace Legator.Operator.Notifications.Channels;

/// <summary>Posts JSON to a receiver and says what came of it.</summary>
internal sealed class ChannelPost(ChannelConnections connections, TimeProvider time)
{
    private const int LongestAnswer = 16_384;
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    /// <summary>Posts a body.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="headers">Headers besides.</param>
    /// <param name="caBundle">Certificates that the server's must come from; null for those that the machine trusts.</param>
    /// <param name="read">Reads what a receiver says in its own words (status, body); null for the status alone.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Delivery> SendAsync(Uri address, byte[] body, IEnumerable<(string Name, string Value)> headers, string? caBundle, Func<HttpStatusCode, string, Delivery?>? read, CancellationToken cancellationToken)
    {
        if (connections.Refusal(address) is { } refusal)
        {
            return new Delivery(refusal);
        }

        using var client = connections.Open(caBundle);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        request.Headers.TryAddWithoutValidation("User-Agent", "legator");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        var told = read is null ? "" : await ReadAsync(response, cancellationToken);
        var delivery = read?.Invoke(response.StatusCode, told) ?? Of(response.StatusCode);
        return delivery.Problem is null ? delivery : delivery with { RetryAfter = delivery.RetryAfter ?? RetryAfter(response) };
    }

    /// <summary>UTF-8 JSON of a body.</summary>
    public static byte[] Json<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, Core.LegatorJson.Options);

    private static Delivery Of(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => Delivery.Done,
        >= 300 and < 400 => new Delivery($"the receiver sends messages elsewhere ({(int)status}), which is not followed: write the address where they are to go"),
        400 or 405 or 406 or 410 or 411 or 413 or 414 or 415 or 422 => new Delivery($"the receiver refuses the message ({(int)status})") { IsFinal = true },
        _ => new Delivery($"the receiver answers {(int)status}"),
    };

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } rest && rest > TimeSpan.Zero ? rest < LongestRest ? rest : LongestRest : null;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (buffer, length) = (new byte[LongestAnswer], 0);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
