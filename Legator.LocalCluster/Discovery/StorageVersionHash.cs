using System.Security.Cryptography;
using System.Text;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Discovery;

/// <summary>Tells clients when objects begin to be stored in another version.</summary>
internal static class StorageVersionHash
{
    private const int Length = 8;

    public static string Of(ResourceKind kind)
    {
        string[] parts = kind.StorageApiVersion.Split('/');
        (string group, string version) = parts.Length == 2 ? (parts[0], parts[1]) : ("", parts[0]);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{group}/{version}/{kind.Kind}"));
        return Convert.ToBase64String(hash, 0, Length);
    }
}
