using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Says how bad an HTTP request could be, and refuses addresses that hand out credentials or belong to the machine's own networks unless the environment names them.</summary>
public static class HttpClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "http";

    private static readonly FrozenSet<string> OverrideHeaders = FrozenSet.ToFrozenSet(
        ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Classifies one request.</summary>
    /// <param name="method">Method; anything but GET, HEAD and OPTIONS is not a read.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="headers">Names of the headers that the caller wants to send.</param>
    /// <param name="endpoints">URLs of the environment's endpoints.</param>
    public static ProposedAction Classify(string method, HttpTarget target, IEnumerable<string> headers, IEnumerable<Uri> endpoints)
    {
        var verb = method.ToLowerInvariant();
        var kind = AddressRules.Of(target.Url.IdnHost);
        var named = endpoints.Any(e => HttpTarget.OriginOf(e) == target.Origin);
        return new ProposedAction(Domain, verb, Target(target), Tier(verb, target, headers))
        {
            BlockedBecause = kind == AddressKind.Public || named ? null : $"{target.Url.IdnHost} is {Describe(kind)}, which no agent may call by itself.",
            BlockedUnless = kind == AddressKind.Public || named ? null : $"Name {target.Origin} as an endpoint of the environment.",
        };
    }

    /// <summary>Whether an address may be connected to for an origin: public ones always; for an origin that the environment names, also loopback and private ones, and any address that the origin itself spells.</summary>
    public static bool MayConnect(HttpTarget target, System.Net.IPAddress address, IEnumerable<Uri> endpoints) =>
        AddressRules.Of(address) switch
        {
            AddressKind.Public => true,
            AddressKind.Loopback or AddressKind.Private => Named(target, endpoints),
            _ => Named(target, endpoints) && HostAddress.Read(target.Url.IdnHost) is { } spelled && spelled.Equals(HostAddress.Embedded(address)),
        };

    private static bool Named(HttpTarget target, IEnumerable<Uri> endpoints) =>
        endpoints.Any(e => HttpTarget.OriginOf(e) == target.Origin);

    private static RiskTier Tier(string verb, HttpTarget target, IEnumerable<string> headers)
    {
        var overridden = headers.Any(OverrideHeaders.Contains)
            || target.Url.Query.Contains("_method=", StringComparison.OrdinalIgnoreCase);
        return verb switch
        {
            "get" or "head" or "options" => overridden ? RiskTier.DestructiveMutation : RiskTier.Read,
            "post" or "put" or "patch" when !overridden => RiskTier.ServiceMutation,
            _ => RiskTier.DestructiveMutation,
        };
    }

    private static CanonicalTarget Target(HttpTarget target)
    {
        var text = target.Origin + target.Url.PathAndQuery;
        var plain = Uri.UnescapeDataString(text);
        return new CanonicalTarget(text)
        {
            Spellings = [.. new[] { text, plain, Path(target, plain) }.Distinct(StringComparer.Ordinal)],
        };
    }

    // A server that folds slashes and dots would serve the same object under these spellings.
    private static string Path(HttpTarget target, string plain)
    {
        var path = plain[target.Origin.Length..];
        while (path.Contains("//", StringComparison.Ordinal))
        {
            path = path.Replace("//", "/", StringComparison.Ordinal);
        }

        return target.Origin + path;
    }

    private static string Describe(AddressKind kind) => kind switch
    {
        AddressKind.CloudMetadata => "the metadata service of a cloud",
        AddressKind.LinkLocal => "a link-local address",
        AddressKind.Loopback => "this machine",
        AddressKind.Private => "inside a private network",
        _ => "a reserved address",
    };
}
