using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Legator.Web.SignIn;

/// <summary>The tokens that the API takes, kept as hashes only.</summary>
internal sealed class AccessTokens
{
    public const int MinLength = 20;

    /// <summary>Holder of the token that people sign in with.</summary>
    public const string Operator = "operator";

    private readonly List<(string Holder, byte[] Hash)> tokens = [];

    public AccessTokens(IOptions<WebOptions> options)
    {
        var value = options.Value;
        var own = string.IsNullOrWhiteSpace(value.Token) && !string.IsNullOrWhiteSpace(value.TokenFile) ? ReadFile(value.TokenFile, out _) : value.Token;
        if (!string.IsNullOrWhiteSpace(own))
        {
            tokens.Add((Operator, Hash(own)));
        }

        tokens.AddRange(value.Tokens.Select(t => (t.Key, Hash(t.Value))));
    }

    /// <summary>Names the holder of a token; null when nobody holds it. Takes the same time whichever token is shown.</summary>
    public string? HolderOf(string token)
    {
        var shown = Hash(token);
        string? holder = null;
        foreach (var (name, hash) in tokens)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, shown))
            {
                holder = name;
            }
        }

        return holder;
    }

    /// <summary>What ties a session to its token: when the token changes, its sessions end.</summary>
    public string? SessionStamp(string holder) =>
        tokens.FirstOrDefault(t => t.Holder == holder) is { Hash: { } hash } ? Convert.ToHexStringLower(SHA256.HashData(hash))[..16] : null;

    public static string? ReadFile(string path, out string problem)
    {
        problem = "";
        try
        {
            var token = File.ReadAllText(path).Trim();
            problem = token.Length < MinLength ? $"{path} holds no token of at least {MinLength} characters." : "";
            return problem.Length == 0 ? token : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"{path} cannot be read: {e.Message}";
            return null;
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token.Trim()));
}
