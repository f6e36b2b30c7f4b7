namespace Legator.Core.Audit;

/// <summary>Knows the public keys that are trusted.</summary>
public interface ICheckpointVerifier
{
    /// <summary>True when a trusted key of that name made the signature.</summary>
    bool IsGenuine(string key, byte[] payload, string signature);
}
