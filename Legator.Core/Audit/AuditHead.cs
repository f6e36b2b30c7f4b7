namespace Legator.Core.Audit;

/// <summary>States which checkpoint is the newest. Only the last one is kept, outside of the journal: so nobody who can remove the newest checkpoints can make up that there were none.</summary>
/// <param name="Number">Number of the newest checkpoint.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Time">When that was so.</param>
/// <param name="Key">Which key signs this.</param>
public sealed record AuditHead(long Number, string Digest, DateTimeOffset Time, string Key)
{
    /// <summary>Ed25519 signature over <see cref="Payload"/>, base64.</summary>
    public string Signature { get; init; } = "";

    /// <summary>What is signed.</summary>
    public byte[] Payload() => [.. "legator-audit-head\n"u8, .. CanonicalJson.Serialize(this with { Signature = "" })];
}
