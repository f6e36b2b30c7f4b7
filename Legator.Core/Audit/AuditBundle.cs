using System.Text;
using System.Text.Json;
using Legator.Core.Runs;

namespace Legator.Core.Audit;

/// <summary>A journal as a file that can be checked anywhere: JSON Lines, first what it is, then events and checkpoints as they follow each other, last the statement which checkpoint is the newest.</summary>
public static class AuditBundle
{
    /// <summary>What the first line names.</summary>
    public const string Kind = "legator-audit";

    private const int Format = 1;

    /// <summary>The first line.</summary>
    public static byte[] First() => JsonSerializer.SerializeToUtf8Bytes(new { kind = Kind, format = Format }, LegatorJson.Options);

    /// <summary>The last line.</summary>
    public static byte[] Last(AuditHead head) => JsonSerializer.SerializeToUtf8Bytes(new { head }, LegatorJson.Options);

    /// <summary>The line of a checkpoint.</summary>
    public static byte[] Line(SignedCheckpoint checkpoint, IReadOnlyList<RunMark> marks) =>
        JsonSerializer.SerializeToUtf8Bytes(new { checkpoint = checkpoint.Checkpoint, signature = checkpoint.Signature, marks }, LegatorJson.Options);

    /// <summary>Writes the line of an event; its data stays as it is stored.</summary>
    public static void Write(StoredEvent entry, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("position", entry.Position);
        writer.WriteString("run", entry.Run.ToString());
        writer.WriteNumber("sequence", entry.Sequence);
        writer.WriteString("time", entry.Time);
        writer.WritePropertyName("data");
        writer.WriteRawValue(entry.Data.Span, skipInputValidation: false);
        writer.WriteString("previousHash", Convert.ToHexStringLower(entry.PreviousHash));
        writer.WriteString("hash", Convert.ToHexStringLower(entry.Hash));
        writer.WriteEndObject();
    }

    internal static bool IsFirst(JsonElement line) =>
        line.TryGetProperty("kind", out var kind) && kind.ValueEquals(Kind) && line.TryGetProperty("format", out var format) && format.GetInt32() == Format;

    internal static StoredEvent Event(JsonElement line) => new(
        line.GetProperty("position").GetInt64(),
        RunKey.Parse(line.GetProperty("run").GetString()!),
        line.GetProperty("sequence").GetInt64(),
        line.GetProperty("time").GetDateTimeOffset(),
        Encoding.UTF8.GetBytes(line.GetProperty("data").GetRawText()),
        Convert.FromHexString(line.GetProperty("previousHash").GetString()!),
        Convert.FromHexString(line.GetProperty("hash").GetString()!));

    internal static AuditPart Checkpoint(JsonElement line) => new(
        [],
        new SignedCheckpoint(line.GetProperty("checkpoint").Deserialize<Checkpoint>(LegatorJson.Options)!, line.GetProperty("signature").GetString()!),
        line.GetProperty("marks").Deserialize<IReadOnlyList<RunMark>>(LegatorJson.Options)!);
}
