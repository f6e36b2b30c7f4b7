namespace Legator.Core.Audit;

/// <summary>Signs checkpoints.</summary>
public interface ICheckpointSigner
{
    /// <summary>Which key this is.</summary>
    string Key { get; }

    /// <summary>Signs.</summary>
    /// <returns>The signature, base64.</returns>
    string Sign(byte[] payload);
}
