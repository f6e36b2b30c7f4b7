using System.Security.Cryptography;
using System.Text;

namespace Legator.Core.Audit;

/// <summary>States of which events the whole journal consisted. Each one holds the digest of the one before, so none can be left out.</summary>
public sealed record Checkpoint
{
    /// <summary>1 for the first.</summary>
    public required long Number { get; init; }

    /// <summary>Position of the last event that it covers.</summary>
    public required long Position { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Events of all runs that were written until then, removed ones too.</summary>
    public required long Events { get; init; }

    /// <summary>Digest of the marks of all runs that have grown since the checkpoint before; see <see cref="MarksDigest"/>.</summary>
    public required string Marks { get; init; }

    /// <summary>SHA-256 over the hashes of all events since the checkpoint before, in the order of their positions.</summary>
    public required string Order { get; init; }

    /// <summary><see cref="Digest"/> of the checkpoint before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>Which key signs it.</summary>
    public required string Key { get; init; }

    /// <summary>What the digest of the first checkpoint's predecessor is.</summary>
    public static string None { get; } = new('0', 64);

    /// <summary>SHA-256, lower-case hex, over the canonical form.</summary>
    public string Digest() => CanonicalJson.Sha256(this);

    /// <summary>What is signed.</summary>
    public byte[] Payload() => [.. "legator-checkpoint\n"u8, .. CanonicalJson.Serialize(this)];

    /// <summary>The digest of a checkpoint's marks, in whatever order they come.</summary>
    public static string MarksDigest(IEnumerable<RunMark> marks)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in marks.Select(m => FormattableString.Invariant($"{m.Run} {m.Sequence} {m.Hash}{(m.Retired ? " retired" : "")}\n")).Order(StringComparer.Ordinal))
        {
            sha.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
