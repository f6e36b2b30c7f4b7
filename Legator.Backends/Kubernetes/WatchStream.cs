using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Legator.Backends.Kubernetes;

/// <summary>Reads the lines of a watch; each is one JSON document.</summary>
internal static class WatchStream
{
    private const int MaxLine = 16 * 1024 * 1024;

    /// <param name="stream">The body of the answer.</param>
    /// <param name="deadline">Ends the stream as if the server had: a dead connection must not be waited for for ever.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async IAsyncEnumerable<JsonDocument> ReadAsync(Stream stream, CancellationToken deadline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 32 * 1024, leaveOpen: true));
        try
        {
            while (await NextAsync(reader, linked.Token, cancellationToken) is { } document)
            {
                yield return document;
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static async Task<JsonDocument?> NextAsync(PipeReader reader, CancellationToken read, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ReadSomeAsync(reader, read, cancellationToken) is not { } result)
            {
                return null;
            }

            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = result.Buffer.Slice(0, end);
                var document = line.IsEmpty ? null : Parse(line);
                reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                if (document is not null)
                {
                    return document;
                }

                continue;
            }

            if (result.Buffer.Length > MaxLine)
            {
                throw new ClusterException(200, "TooLarge", $"A watch event is larger than {MaxLine} bytes.");
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted)
            {
                return null;
            }
        }
    }

    private static async Task<ReadResult?> ReadSomeAsync(PipeReader reader, CancellationToken read, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(read);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new ClusterException(0, "Unreachable", $"The watch broke off: {e.Message}", e);
        }
    }

    private static JsonDocument Parse(ReadOnlySequence<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line.ToArray());
        }
        catch (JsonException e)
        {
            throw new ClusterException(200, "Malformed", $"A watch event is not JSON: {e.Message}", e);
        }
    }
}
