using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Legator.Backends.Signatures;
using Legator.Core;
using Legator.Core.Api;
using Legator.Core.Audit;
using Legator.Core.Runs;
using Legator.Web.Api;

namespace Legator.Web.Audit;

/// <summary>Checks the whole journal, and hands it out for others to check.</summary>
internal sealed class AuditDesk(IAuditLog log, AuditState state, TimeProvider clock)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);
    private static readonly JsonWriterOptions AsStored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ApiException">No checkpoint was made yet.</exception>
    public async Task<AuditKeyReport> KeyAsync(CancellationToken cancellationToken)
    {
        var (keys, head) = await state.ReadAsync(cancellationToken);
        return head is not null && keys.Length > 0
            ? new AuditKeyReport(keys, head)
            : throw ApiException.NotFound("The journal has no signed checkpoint yet. The Operator makes the first one some seconds after the first run has begun: see 'legator status'.");
    }

    /// <summary>Checks all; the answer begins at once and tells how far it is.</summary>
    public async Task VerifyAsync(AuditKeyReport key, Stream output, CancellationToken cancellationToken)
    {
        var verifier = new AuditVerifier(new TrustedKeys(key.PublicKeys));
        var events = 0L;
        var check = AuditCheck.RunAsync(AuditWalk.ReadAsync(log, withUnsigned: true, cancellationToken), verifier, count => Volatile.Write(ref events, count), cancellationToken);
        try
        {
            do
            {
                await WriteAsync(output, new AuditProgress(Volatile.Read(ref events)), cancellationToken);
            }
            while (await Task.WhenAny(check, Task.Delay(Pulse, clock, cancellationToken)) != check);

            await check;
            await WriteAsync(output, new AuditProgress(events, verifier.Complete(key.Head, mayBeBehind: true)), cancellationToken);
        }
        catch (JournalUnavailableException e)
        {
            await WriteAsync(output, new AuditProgress(events, Error: e.Message), cancellationToken);
        }
    }

    /// <summary>Writes a bundle up to the newest checkpoint that was stated. Where the journal fails on the way, the bundle has no end and says so by that.</summary>
    public async Task ExportAsync(AuditHead head, PipeWriter output, CancellationToken cancellationToken)
    {
        Put(output, AuditBundle.First());
        await using var writer = new Utf8JsonWriter(output, AsStored);
        await foreach (var part in AuditWalk.ReadAsync(log, withUnsigned: false, cancellationToken))
        {
            foreach (var entry in part.Events)
            {
                writer.Reset(output);
                AuditBundle.Write(entry, writer);
                writer.Flush();
                output.Write("\n"u8);
            }

            if (part.Checkpoint is { } checkpoint)
            {
                Put(output, AuditBundle.Line(checkpoint, part.Marks));
                if (checkpoint.Checkpoint.Number == head.Number)
                {
                    break;
                }
            }

            await output.FlushAsync(cancellationToken);
        }

        Put(output, AuditBundle.Last(head));
        await output.FlushAsync(cancellationToken);
    }

    private static void Put(PipeWriter output, byte[] line)
    {
        output.Write(line);
        output.Write("\n"u8);
    }

    private static async Task WriteAsync(Stream output, AuditProgress progress, CancellationToken cancellationToken)
    {
        await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(progress, LegatorJson.Options), cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }
}
