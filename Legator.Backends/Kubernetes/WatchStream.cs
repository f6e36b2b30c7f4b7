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
    /// <param name="read">Makes something of a line; the line is gone after that.</param>
    /// <param name="deadline">Ends the stream as if the server had: a dead connection must not be waited for for ever.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(Stream stream, Func<JsonElement, T> read, CancellationToken deadline, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 32 * 1024, leaveOpen: true));
        try
        {
            while (await NextAsync(reader, read, linked.Token, cancellationToken) is { } message)
            {
                yield return message;
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static async Task<T?> NextAsync<T>(PipeReader reader, Func<JsonElement, T> read, CancellationToken arriving, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            if (await ReadSomeAsync(reader, arriving, cancellationToken) is not { } result)
            {
                return null;
            }

            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = result.Buffer.Slice(0, end);
                var message = line.IsEmpty ? null : Parse(line, read);
                reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                if (message is not null)
                {
                    return message;
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

    private static T Parse<T>(ReadOnlySequence<byte> line, Func<JsonElement, T> read)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new ClusterException(200, "Malformed", $"A watch event is not JSON: {e.Message}", e);
        }

        using (document)
        {
            return read(document.RootElement);
        }
    }
}
