using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Legator.Web.Webhooks;

/// <summary>Counts what each webhook took within the minute, so that one caller cannot fill the cluster's storage.</summary>
internal sealed class WebhookRate(IOptions<WebOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _counts = new(StringComparer.Ordinal);

    /// <summary>False when there were enough.</summary>
    public bool Takes(string source)
    {
        var (limit, now) = (options.Value.WebhooksPerMinute, time.GetUtcNow());
        return limit == 0
            || _counts.AddOrUpdate(source, _ => (now, 1), (_, count) => now - count.Since >= Window || now < count.Since ? (now, 1) : (count.Since, count.Count + 1)).Count <= limit;
    }
}
