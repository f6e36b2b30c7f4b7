using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Legator.Runner.Providers;

/// <summary>Ids of calls that any vendor takes: a run whose first model is down goes on at another's, with calls that the first one named.</summary>
internal static partial class CallIds
{
    public static string Plain(string id) => Allowed().IsMatch(id)
        ? id
        : "call_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..24];

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,40}$")]
    private static partial Regex Allowed();
}
