using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>GETs whose answer is a secret, or that make one.</summary>
internal static class SecretReads
{
    private static readonly FrozenSet<string> Files = FrozenSet.ToFrozenSet(
        ["id_ecdsa", "id_dsa", "id_ed25519_sk", ".vault-token", ".my.cnf", "kubeconfig", "wp-config.php", "wp-config.php.bak", "terraform.tfstate", "config-vars", "environ", ".bash_history", ".dockercfg", ".boto", ".s3cfg"]);

    private static readonly string[][] Tails =
    [
        [".git", "config"], [".kube", "config"], [".docker", "config.json"], [".aws", "config"], ["containers", "*", "export"], ["swarm", "unlockkey"], ["containers", "*", "archive"], ["api", "definitions"], ["storage", "passwords"],
        ["etc", "shadow"], ["connect", "ca", "leaf", "*"], ["v1", "acl", "tokens"], ["v1", "acl", "token", "*"], ["sys", "storage", "raft", "snapshot"], ["projects", "*", "variables"], ["groups", "*", "variables"],
        ["variables", "*"],
    ];

    // What stands between /v1/ and the answer at Vault, where each name is a mount that somebody chose.
    private static readonly FrozenSet<string> Mounts = FrozenSet.ToFrozenSet(
        ["kv", "cubbyhole", "aws", "gcp", "azure", "database", "totp", "transit", "pki", "ssh", "rabbitmq", "consul", "nomad", "ad", "ldap", "kubernetes", "mongodbatlas", "terraform", "secrets"]);

    private static readonly FrozenSet<string> Makes = FrozenSet.ToFrozenSet(["creds", "sts", "token", "key", "code", "static-creds", "export", "library", "data", "static-cred"]);

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        if (IsSecret(request))
        {
            findings.Raise(RiskTier.ServiceMutation, $"{request.Last} hands out secrets");
        }
    }

    private static bool IsSecret(ApiRequest request) =>
        Files.Contains(request.Last) || (request.Ends("v1", "snapshot") && request.Host.Contains("consul", StringComparison.Ordinal)) || request.Last.StartsWith(".env.", StringComparison.Ordinal) && !request.Last.EndsWith("example", StringComparison.Ordinal)
        || IsKeyFile(request.Last)
        || (request.IsUnder("vault.azure.net") && request.Begins("secrets", "*"))
        || (request.IsUnder("secretmanager.googleapis.com") && request.Last.EndsWith(":access", StringComparison.Ordinal))
        || (request.Begins("k8s", "clusters", "*") && request.Parts.Contains("secrets"))
        || IsSwarm(request)
        || IsVault(request)
        || IsListed(request);

    // Keys that sign packages are there to be read: Release.key, gpg.key, public.pem.
    private static bool IsKeyFile(string last)
    {
        var dot = last.LastIndexOf('.');
        var (name, end) = dot > 0 ? (last[..dot], last[(dot + 1)..]) : ("", "");
        return end is "pfx" or "p12" or "jks" or "kdbx" or "ppk"
            || (end is "key" && (name is "ca" or "host" or "domain" or "default" or "key" || IsPrivate(name)))
            || (end is "pem" && !name.Contains("pub", StringComparison.Ordinal) && (name.Contains("key", StringComparison.Ordinal) || IsPrivate(name) && !name.Contains("ca", StringComparison.Ordinal)));
    }

    private static bool IsPrivate(string name) =>
        name.Contains("priv", StringComparison.Ordinal) || name.Contains("server", StringComparison.Ordinal) || name.Contains("client", StringComparison.Ordinal) || name.Contains("tls", StringComparison.Ordinal)
        || name.Contains("ssl", StringComparison.Ordinal);

    // What the engine tells of its swarm holds the tokens that let a machine join it.
    private static bool IsSwarm(ApiRequest request) =>
        request.Last == "swarm" && (request.Parts.Length == 2 && request.Parts[0].StartsWith("v1.", StringComparison.Ordinal)
            || request.Parts.Length == 1 && (request.Call.Target.Url.Port is 2375 or 2376 || request.Host.Contains("docker", StringComparison.Ordinal)));

    private static bool IsVault(ApiRequest request) =>
        request.Begins("v1", "*", "*")
        && ((request.Parts[1] is "cubbyhole")
            || (IsVaultHost(request) && request.Parts[1] is not ("sys" or "auth" or "identity") && request.Parts[2] is "data" or "creds")
            || (Mounts.Contains(request.Parts[1]) && (Makes.Contains(request.Parts[2]) || request.Last == "token"))
            || request.Begins("v1", "identity", "oidc", "token", "*") || request.Begins("v1", "sys", "raw", "*"));

    private static bool IsVaultHost(ApiRequest request) => request.Host.StartsWith("vault", StringComparison.Ordinal) || request.Call.Target.Url.Port == 8200;

    private static bool IsListed(ApiRequest request)
    {
        foreach (var tail in Tails)
        {
            if (request.Ends(tail) && (tail[0] is not "variables" || request.Begins("api", "v4")))
            {
                return true;
            }
        }

        return false;
    }
}
