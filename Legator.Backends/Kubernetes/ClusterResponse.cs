using System.Text.Json;

namespace Legator.Backends.Kubernetes;

/// <summary>Reads answers within bounds and turns refusals into <see cref="ClusterException"/>.</summary>
internal static class ClusterResponse
{
    private const int MaxErrorBytes = 256 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > maxBytes)
            {
                throw new ClusterException((int)response.StatusCode, "TooLarge", $"The answer is larger than {maxBytes} bytes: ask for less (a name, a selector, a limit).");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    public static async Task<ClusterException> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var code = (int)response.StatusCode;
        var wait = code == 429 ? Clamp(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1)) : response.Headers.RetryAfter?.Delta;
        try
        {
            using var document = JsonDocument.Parse(await ReadAsync(response, MaxErrorBytes, cancellationToken));
            return FromStatus(document.RootElement, code, wait);
        }
        catch (Exception e) when (e is JsonException or ClusterException)
        {
            return new ClusterException(code, response.ReasonPhrase ?? "Unknown", $"The Kubernetes API answered {code} {response.ReasonPhrase}.") { RetryAfter = wait };
        }
    }

    /// <summary>Reads a <c>Status</c> object.</summary>
    public static ClusterException FromStatus(JsonElement status, int fallbackCode, TimeSpan? wait = null)
    {
        var isObject = status.ValueKind == JsonValueKind.Object;
        var code = isObject && status.TryGetProperty("code", out var c) && c.TryGetInt32(out var number) ? number : fallbackCode;
        var reason = isObject && status.TryGetProperty("reason", out var r) ? r.GetString() : null;
        var message = isObject && status.TryGetProperty("message", out var m) ? m.GetString() : null;
        return new ClusterException(code, reason ?? "Unknown", message ?? $"The Kubernetes API answered {code}.")
        {
            Details = isObject && status.TryGetProperty("details", out var details) ? details.Clone() : null,
            RetryAfter = wait,
        };
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait > LongestWait ? LongestWait : wait;
}
