using System.Security.Cryptography;
using System.Text;

namespace Legator.Core.Resources;

/// <summary>Names as values of labels, which Kubernetes limits to 63 characters: a longer name is cut and told apart by a hash.</summary>
public static class LabelValue
{
    private const int Longest = 63;

    /// <summary>The value that stands for a name.</summary>
    /// <param name="name">Name of an object.</param>
    public static string Of(string name) => name.Length <= Longest
        ? name
        : $"{name[..54].TrimEnd('-', '.')}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}";
}
