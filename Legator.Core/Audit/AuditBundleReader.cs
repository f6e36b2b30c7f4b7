using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Legator.Core.Audit;

/// <summary>Reads a bundle, of any length, once.</summary>
/// <param name="lines">The bundle.</param>
public sealed class AuditBundleReader(TextReader lines)
{
    private const int Batch = 4096;

    /// <summary>The statement at the end; null when there is none, or the end has not been reached.</summary>
    public AuditHead? Head { get; private set; }

    /// <summary>Reads events and checkpoints as they follow each other.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">This is no bundle, or a line of it cannot be read; the message names the line.</exception>
    public async IAsyncEnumerable<AuditPart> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (number, events) = (0L, new List<StoredEvent>(Batch));
        while (await lines.ReadLineAsync(cancellationToken) is { } text)
        {
            var checkpoint = Read(text, ++number, events);
            if (events.Count > 0 && (checkpoint is not null || events.Count == Batch))
            {
                yield return AuditPart.Of(events);
                events = new List<StoredEvent>(Batch);
            }

            if (checkpoint is not null)
            {
                yield return checkpoint;
            }
        }

        if (events.Count > 0)
        {
            yield return AuditPart.Of(events);
        }

        if (number == 0)
        {
            throw new FormatException("The bundle is empty.");
        }
    }

    /// <returns>A checkpoint; null for any other line.</returns>
    private AuditPart? Read(string text, long number, List<StoredEvent> events)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var line = document.RootElement;
            if (number == 1)
            {
                return AuditBundle.IsFirst(line) ? null : throw new FormatException("this is no bundle of 'legator audit export', or one of a newer version.");
            }

            if (Head is not null)
            {
                throw new FormatException("something stands behind the end.");
            }

            if (line.TryGetProperty("checkpoint", out _))
            {
                return AuditBundle.Checkpoint(line);
            }

            if (line.TryGetProperty("head", out var head))
            {
                Head = head.Deserialize<AuditHead>(LegatorJson.Options);
            }
            else
            {
                events.Add(AuditBundle.Event(line));
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(FormattableString.Invariant($"Line {number}: {e.Message}"), e);
        }
    }
}
