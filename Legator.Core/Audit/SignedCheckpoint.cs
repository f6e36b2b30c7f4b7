namespace Legator.Core.Audit;

/// <summary>A checkpoint with its signature.</summary>
/// <param name="Checkpoint">What is stated.</param>
/// <param name="Signature">Ed25519 signature over <see cref="Checkpoint.Payload"/>, base64.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string Signature);
