using System.IO.Pipelines;
using System.Text;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Watching;

/// <summary>Writes watch events: one JSON document a line.</summary>
internal static class WatchFrame
{
    public static void Write(PipeWriter body, ReadOnlySpan<byte> type, ReadOnlySpan<byte> resource)
    {
        Span<byte> span = body.GetSpan(resource.Length + type.Length + 32);
        int at = Copy("{\"type\":\""u8, span, 0);
        at = Copy(type, span, at);
        at = Copy("\",\"object\":"u8, span, at);
        at = Copy(resource, span, at);
        at = Copy("}\n"u8, span, at);
        body.Advance(at);
    }

    public static byte[] Bookmark(ResourceKind kind, long revision, bool initialEventsEnd)
    {
        string annotations = initialEventsEnd ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "";
        return Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{{\"kind\":\"{kind.Kind}\",\"apiVersion\":\"{kind.ApiVersion}\",\"metadata\":{{\"resourceVersion\":\"{revision}\",\"creationTimestamp\":null{annotations}}}}}"));
    }

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to, int at)
    {
        from.CopyTo(to[at..]);
        return at + from.Length;
    }
}
