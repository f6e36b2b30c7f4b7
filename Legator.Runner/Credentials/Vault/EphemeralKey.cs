using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Utilities;
using Org.BouncyCastle.Security;

namespace Legator.Runner.Credentials.Vault;

/// <summary>An ed25519 key that exists in this process only.</summary>
internal sealed class EphemeralKey
{
    private EphemeralKey(string privateKey, string publicKey) => (PrivateKey, PublicKey) = (privateKey, publicKey);

    /// <summary>In OpenSSH's form.</summary>
    public string PrivateKey { get; }

    /// <summary>As a line of authorized_keys.</summary>
    public string PublicKey { get; }

    public static EphemeralKey Create()
    {
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        return new EphemeralKey(
            Pem(OpenSshPrivateKeyUtilities.EncodePrivateKey(key)),
            "ssh-ed25519 " + Convert.ToBase64String(OpenSshPublicKeyUtilities.EncodePublicKey(key.GeneratePublicKey())));
    }

    public override string ToString() => PublicKey;

    private static string Pem(byte[] key)
    {
        var text = new StringBuilder("-----BEGIN OPENSSH PRIVATE KEY-----\n");
        foreach (var line in Convert.ToBase64String(key).Chunk(70))
        {
            text.Append(line).Append('\n');
        }

        return text.Append("-----END OPENSSH PRIVATE KEY-----\n").ToString();
    }
}
