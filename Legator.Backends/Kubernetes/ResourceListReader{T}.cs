using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Legator.Core.Resources;

namespace Legator.Backends.Kubernetes;

/// <summary>Reads a list while it arrives, an object at a time: however long a page is, only the object that is being read is in memory as text.</summary>
internal sealed class ResourceListReader<T>
    where T : class, IResource
{
    private const int Chunk = 64 * 1024;

    private readonly List<T> items = [];
    private readonly List<MalformedResource> broken = [];
    private JsonReaderState state;
    private bool within;
    private string version = "";
    private string? next;

    private ResourceListReader()
    {
    }

    public static async Task<ResourceList<T>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var list = new ResourceListReader<T>();
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: Chunk, minimumReadSize: Chunk / 2, leaveOpen: true));
        try
        {
            while (true)
            {
                var result = await pipe.ReadAsync(cancellationToken);
                pipe.AdvanceTo(list.Take(result.Buffer, result.IsCompleted), result.Buffer.End);
                if (result.IsCompleted)
                {
                    return new ResourceList<T>(list.items, list.broken, list.version, list.next);
                }
            }
        }
        catch (JsonException e)
        {
            throw new ClusterException(200, "Malformed", $"The Kubernetes API answered with something that is not JSON: {e.Message}", e);
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    /// <returns>How far it came: what is only half there is read again when the rest has arrived.</returns>
    private SequencePosition Take(ReadOnlySequence<byte> buffer, bool isLast)
    {
        var reader = new Utf8JsonReader(buffer, isLast, state);
        while (true)
        {
            var before = reader;
            if (!Step(ref reader, buffer))
            {
                state = before.CurrentState;
                return before.Position;
            }
        }
    }

    private bool Step(ref Utf8JsonReader reader, ReadOnlySequence<byte> buffer)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (within)
        {
            return Item(ref reader, buffer);
        }

        return reader.TokenType != JsonTokenType.PropertyName || Member(ref reader, buffer);
    }

    private bool Item(ref Utf8JsonReader reader, ReadOnlySequence<byte> buffer)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            within = false;
            return true;
        }

        if (!TryTake(ref reader, buffer, out var text))
        {
            return false;
        }

        if (ResourceReader.Read<T>(text, out var malformed) is { } value)
        {
            items.Add(value);
        }
        else
        {
            broken.Add(malformed!);
        }

        return true;
    }

    private bool Member(ref Utf8JsonReader reader, ReadOnlySequence<byte> buffer)
    {
        var (isItems, isMetadata) = (reader.ValueTextEquals("items"u8), reader.ValueTextEquals("metadata"u8));
        if (!reader.Read())
        {
            return false;
        }

        if (isItems && reader.TokenType == JsonTokenType.StartArray)
        {
            within = true;
            return true;
        }

        if (!TryTake(ref reader, buffer, out var text))
        {
            return false;
        }

        if (isMetadata)
        {
            using var metadata = JsonDocument.Parse(text);
            version = ResourceReader.Text(metadata.RootElement, "resourceVersion") ?? "";
            next = ResourceReader.Text(metadata.RootElement, "continue") is { Length: > 0 } token ? token : null;
        }

        return true;
    }

    private static bool TryTake(ref Utf8JsonReader reader, ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> text)
    {
        text = default;
        var start = reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        text = buffer.Slice(start, reader.BytesConsumed - start);
        return true;
    }
}
