using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>Answers in the ways in which servers go wrong; the first word of the path, or <see cref="Mode"/>, says how.</summary>
internal sealed class Faults
{
    private const int Chunk = 64 * 1024;
    private const long Flood = 1L << 30;
    private const long Quick = 16 * 1024 * 1024;

    private long _sent;

    /// <summary>How to go wrong where the path does not say it.</summary>
    public string? Mode { get; set; }

    /// <summary>Bytes that the flooded one took.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public async Task AnswerAsync(HttpContext context)
    {
        var body = context.Response.Body;
        switch (Mode ?? context.Request.Path.Value!.Split('/')[1])
        {
            case "silent":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
                break;
            case "drip":
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await body.WriteAsync("x"u8.ToArray(), context.RequestAborted);
                    await body.FlushAsync(context.RequestAborted);
                    await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, context.RequestAborted);
                }

                break;
            case "reset":
                await body.WriteAsync("{\"a\":"u8.ToArray());
                await body.FlushAsync();
                context.Abort();
                break;
            case "flood":
                await FloodAsync(context.Response.BodyWriter, context.RequestAborted);
                break;
            case "bomb":
                context.Response.Headers.ContentEncoding = "gzip";
                await using (var zip = new GZipStream(body, CompressionLevel.Fastest))
                {
                    await BombAsync(zip, context.RequestAborted);
                }

                break;
            case "invalid":
                context.Response.ContentType = "application/json";
                await body.WriteAsync(Encoding.Latin1.GetBytes("{\"a\":\"\u00ff\u00fe bad \u00c3\u0028\"}"));
                break;
            case "headers":
                context.Response.Headers["X-Long"] = new string('x', 1024 * 1024);
                await body.FlushAsync();
                break;
            case "loop":
                context.Response.Redirect(string.Create(CultureInfo.InvariantCulture, $"/loop/{Interlocked.Increment(ref _sent)}"));
                break;
            default:
                await body.WriteAsync("{}"u8.ToArray());
                break;
        }
    }

    // Whoever is flooded hangs up.
    private async Task FloodAsync(PipeWriter body, CancellationToken cancellationToken)
    {
        var chunk = Encoding.ASCII.GetBytes(new string('a', Chunk));
        while (Sent < Flood && !cancellationToken.IsCancellationRequested && !(await body.WriteAsync(chunk, CancellationToken.None)).IsCompleted)
        {
            // A server takes some time to see that nobody listens any more, and until then it writes to nobody as fast as it can.
            var sent = Interlocked.Add(ref _sent, Chunk);
            await Task.Delay(sent > Quick ? TimeSpan.FromMilliseconds(20) : TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task BombAsync(Stream body, CancellationToken cancellationToken)
    {
        var chunk = Encoding.ASCII.GetBytes(new string('a', Chunk));
        for (var left = Flood; left > 0 && !cancellationToken.IsCancellationRequested; left -= Chunk)
        {
            await body.WriteAsync(chunk, CancellationToken.None);
        }
    }
}
