using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>What headers do to a request: another method, another host, another protocol, somebody else's identity. Credentials of the model are no matter here: the tool does not send them.</summary>
internal static class HttpHeaderRules
{
    private static readonly FrozenSet<string> Refused = FrozenSet.ToFrozenSet(
    [
        "Transfer-Encoding", "TE", "Trailer", "Keep-Alive", "Proxy-Connection", "HTTP2-Settings", "X-Original-URL", "X-Rewrite-URL", "X-Original-Host",
        "Metadata", "Metadata-Flavor", "X-Google-Metadata-Request", "X-aws-ec2-metadata-token", "X-aws-ec2-metadata-token-ttl-seconds",
        "Impersonate-User", "Impersonate-Group", "Impersonate-Uid", "X-Remote-User", "X-Remote-Group", "X-Forwarded-User", "X-Forwarded-Groups", "X-Forwarded-Email",
        "X-Auth-Request-User", "X-WebAuth-User", "X-Proxy-URL", "Request-Uri", "X-Override-URL",
        "Remote-User", "Remote-Groups", "Remote-Email", "Remote-Name", "X-Forwarded-Preferred-Username", "X-Forwarded-Client-Cert", "X-Client-Cert", "X-Forwarded-Access-Token", "X-Original-Uri", "X-Forwarded-Uri",
        "X-Forwarded-Path", "X-Forwarded-Prefix", "X-Rewrite-Uri", "X-Upstream", "X-Backend", "X-Backend-Host", "X-Upstream-Host", "X-Target-Host", "X-Forwarded-To", "X-Middleware-Subrequest", "X-User", "X-Username",
        "X-User-Email", "X-Authenticated-User", "X-Authenticated-Userid", "X-Consumer-Username", "X-Consumer-Id", "X-Admin", "X-Token-Info", "X-Destination-Url", "X-Target-Url",
    ], StringComparer.OrdinalIgnoreCase);

    // What a proxy in front of a server says about who is asking.
    private static readonly string[] Identities =
    [
        "Impersonate-", "X-Remote-", "X-WebAuth-", "X-authentik-", "X-Ms-Client-Principal", "X-Goog-Authenticated-", "X-SSL-Client-", "SSL-Client-", "X-Auth-Request-", "X-Amzn-Oidc-", "X-Amzn-Mtls-", "Cf-Access-",
        "X-Vouch-", "X-Pomerium-", "X-Forwarded-Tls-Client-", "Tailscale-User-", "X-Ms-Token-",
    ];

    private static readonly FrozenSet<string> Hosts = FrozenSet.ToFrozenSet(
        ["Host", "X-Host", "X-Forwarded-Host", "X-Forwarded-Server", "X-HTTP-Host-Override", "Forwarded-Host"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Writing = FrozenSet.ToFrozenSet(
        ["X-Amz-Copy-Source", "X-Amz-Tagging", "X-Amz-Acl", "X-Ms-Copy-Source", "X-Goog-Copy-Source", "X-Copy-From", "Destination", "X-Ms-Delete-Snapshots", "X-Amz-Bypass-Governance-Retention"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Orderly = FrozenSet.ToFrozenSet(["purge", "ban", "invalidate", "delete", "destroy", "evict", "flush", "restart", "reboot"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Commanding = FrozenSet.ToFrozenSet(["action", "command", "cmd", "operation"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Judges every header.</summary>
    public static void Judge(HttpCall call, HttpFindings findings)
    {
        foreach (var (name, value) in call.Headers)
        {
            JudgeOne(call, name, value, findings);
        }
    }

    private static void JudgeOne(HttpCall call, string name, string value, HttpFindings findings)
    {
        ValueRules.JudgeCode(value, findings);
        if (Refused.Contains(name) || IsIdentity(name))
        {
            findings.Refuse($"No agent may send the header {name}.");
        }
        else if (Hosts.Contains(name))
        {
            if (!SameHost(value, call.Target))
            {
                findings.Refuse($"The header {name} names another host than the URL.");
            }
        }
        else if (name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) && value.Contains("host", StringComparison.OrdinalIgnoreCase))
        {
            findings.Refuse("The header Forwarded names another host than the URL.");
        }
        else if (name.Equals("Upgrade", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Sec-WebSocket-", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.DestructiveMutation, "changes to another protocol, in which anything may be said");
        }
        else if (name.Equals("Connection", StringComparison.OrdinalIgnoreCase))
        {
            Connection(value, findings);
        }
        else if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
        {
            Length(call, value, findings);
        }
        else if (Writing.Contains(name))
        {
            findings.Raise(RiskTier.DataMutation, $"the header {name} asks the server to write");
        }
        else if (name.Equals("X-Amz-Target", StringComparison.OrdinalIgnoreCase))
        {
            if (Apis.AwsJsonPosts.Reads(call))
            {
                return;
            }

            findings.Raise(MutationWords.OfName(value[(value.LastIndexOf('.') + 1)..]), $"calls {value}");
        }
        else if (name.Equals("Next-Action", StringComparison.OrdinalIgnoreCase) || name.Equals("SOAPAction", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.DestructiveMutation, $"the header {name} calls an operation");
        }
        else if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) && value.Contains("_method", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.DestructiveMutation, "a cookie carries another method");
        }
        else if (IsOrder(name, value))
        {
            findings.Raise(RiskTier.ServiceMutation, $"the header {name} tells the server to do something");
        }
        else if (MethodOverride.IsHeader(name))
        {
            MethodOverride.Judge(value, findings);
        }
    }

    // CQ-Action: DELETE, X-Purge-Regex: ^/a, Fastly-Soft-Purge: 1.
    private static bool IsOrder(string name, string value)
    {
        var words = name.AsSpan();
        foreach (var range in words.Split('-'))
        {
            if (Orderly.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[range]))
            {
                return value.ToLowerInvariant() is not ("" or "0" or "false" or "no");
            }
        }

        var last = words[(words.LastIndexOf('-') + 1)..];
        return Commanding.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last) && last.Length < words.Length && !Orders.ActionValues.Reads("action", value);
    }

    private static bool IsIdentity(string name)
    {
        foreach (var identity in Identities)
        {
            if (name.StartsWith(identity, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void Connection(string value, HttpFindings findings)
    {
        if (value.Contains("upgrade", StringComparison.OrdinalIgnoreCase))
        {
            findings.Raise(RiskTier.DestructiveMutation, "changes to another protocol, in which anything may be said");
        }
        else if (!value.Equals("close", StringComparison.OrdinalIgnoreCase) && !value.Equals("keep-alive", StringComparison.OrdinalIgnoreCase))
        {
            findings.Refuse("The header Connection would make a proxy drop other headers.");
        }
    }

    private static void Length(HttpCall call, string value, HttpFindings findings)
    {
        var length = call.Body is null ? 0 : System.Text.Encoding.UTF8.GetByteCount(call.Body);
        if (value != length.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            findings.Refuse("The header Content-Length does not tell the length of the body, so two servers may see two requests.");
        }
    }

    private static bool SameHost(string value, HttpTarget target) =>
        HttpTarget.TryRead($"{target.Url.Scheme}://{value.Trim()}/", out var named, out _) && named.Origin == target.Origin && named.Url.AbsolutePath == "/";
}
