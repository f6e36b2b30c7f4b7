using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Responses;

/// <summary>Streams plain lists: the stored bytes one after the other, never a second copy of the whole list.</summary>
internal static class ListWriter
{
    private const int FlushEvery = 256 * 1024;

    public static async Task WriteAsync(HttpContext http, ResourceKind kind, IReadOnlyList<StoredRecord> records, ListMeta meta)
    {
        http.Response.StatusCode = 200;
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-cache, private";
        PipeWriter body = http.Response.BodyWriter;
        Open(body, kind, meta);
        int unflushed = 0;
        for (int i = 0; i < records.Count; i++)
        {
            byte[] value = ObjectForm.Bytes(kind, records[i]);
            Write(body, value, i > 0);
            unflushed += value.Length;
            if (unflushed > FlushEvery)
            {
                unflushed = 0;
                FlushResult flushed = await body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
                if (flushed.IsCompleted)
                {
                    return;
                }
            }
        }

        Close(body, kind, meta);
        await body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    // Custom lists have their keys in order, as a real API server writes them, so that their metadata comes last.
    private static void Open(PipeWriter body, ResourceKind kind, ListMeta meta)
    {
        body.Write(kind.ListOpening);
        if (kind.Custom is null)
        {
            Meta(body, meta);
            body.Write(",\"items\":["u8);
        }
    }

    private static void Close(PipeWriter body, ResourceKind kind, ListMeta meta)
    {
        if (kind.Custom is null)
        {
            body.Write("]}\n"u8);
            return;
        }

        body.Write(kind.ListClosing);
        Meta(body, meta);
        body.Write("}\n"u8);
    }

    private static void Meta(PipeWriter body, ListMeta meta)
    {
        body.Write("{\"continue\":\""u8);
        body.Write(Encoding.ASCII.GetBytes(meta.Continue));
        body.Write("\""u8);
        if (meta.Remaining > 0)
        {
            body.Write(",\"remainingItemCount\":"u8);
            Number(body, meta.Remaining);
        }

        body.Write(",\"resourceVersion\":\""u8);
        Number(body, meta.Revision);
        body.Write("\"}"u8);
    }

    private static void Write(PipeWriter body, byte[] value, bool comma)
    {
        Span<byte> span = body.GetSpan(value.Length + 1);
        int at = 0;
        if (comma)
        {
            span[at++] = (byte)',';
        }

        value.CopyTo(span[at..]);
        body.Advance(at + value.Length);
    }

    private static void Number(PipeWriter body, long number)
    {
        Span<byte> span = body.GetSpan(20);
        Utf8Formatter.TryFormat(number, span, out int written);
        body.Advance(written);
    }
}
