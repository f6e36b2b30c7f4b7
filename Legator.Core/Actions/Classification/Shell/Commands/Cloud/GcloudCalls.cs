using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Shell.Commands.Cloud;

/// <summary>Calls of gcloud: words for the kind of thing, then what is done with it. Every word before the verb must be a kind, so that nothing can be named like a verb: <c>instances delete list</c>.</summary>
internal static class GcloudCalls
{
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ("alpha beta compute container sql run functions pubsub dns projects services logging monitoring redis artifacts builds iam kms secrets spanner bigtable filestore dataproc dataflow composer app scheduler tasks "
        + "organizations billing asset recommender network-connectivity network-security certificate-manager deploy eventarc workflows memcache firestore scc "
        + "instances disks snapshots images machine-types zones regions networks subnets addresses firewall-rules routes routers forwarding-rules target-pools target-http-proxies target-https-proxies target-tcp-proxies url-maps "
        + "backend-services backend-buckets health-checks http-health-checks ssl-certificates ssl-policies instance-groups managed unmanaged instance-templates operations vpn-tunnels vpn-gateways interconnects attachments "
        + "security-policies resource-policies reservations commitments node-groups accelerator-types disk-types project-info peerings external-vpn-gateways network-endpoint-groups packet-mirrorings "
        + "clusters node-pools hub memberships fleet backups databases tiers flags users revisions jobs executions domain-mappings regions configurations event-types topics subscriptions schemas "
        + "managed-zones record-sets dns-keys policies enabled roles service-accounts keyrings keys versions locations repositories packages tags docker triggers worker-pools "
        + "sinks metrics buckets views logs dashboards channels uptime snoozes environments apps accounts insights recommendations delivery-pipelines releases rollouts").Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Shows = FrozenSet.ToFrozenSet(
        ["list", "describe", "list-instances", "list-errors", "list-grantable-roles", "get-server-config", "get-health", "get-nat-mapping-info", "get-status", "get-effective-firewalls", "get-iam-policy", "get-ancestors-iam-policy", "get-ancestors", "list-available-features"], StringComparer.Ordinal);

    // Values may be anything; none of these says as whom or where else gcloud works, or names a file.
    private static readonly FrozenSet<string> Harmless = FrozenSet.ToFrozenSet(
        ["--format", "--filter", "--limit", "--sort-by", "--page-size", "--zone", "--zones", "--region", "--regions", "--project", "--uri", "--global", "--location", "--cluster", "--instance", "--quiet", "-q", "--help", "--flatten",
        "--verbosity", "--no-user-output-enabled", "--freshness", "--order", "--network", "--service", "--platform", "--job", "--repository", "--keyring", "--database", "--version", "--show-deleted", "--enabled", "--available", "--resource", "--bucket", "--ongoing", "--include-tags"], StringComparer.Ordinal);

    // Options that take the next word for their value, where they stand before the verb.
    private static readonly FrozenSet<string> Valued = FrozenSet.ToFrozenSet(["--project", "--format", "--zone", "--region", "--location", "--filter", "--verbosity"], StringComparer.Ordinal);

    /// <summary>Judges a call.</summary>
    public static void Judge(CommandCall call)
    {
        if (Looks(call))
        {
            call.Add("read", RiskTier.Read, null);
        }
        else
        {
            call.Unknown("it talks to a cloud");
        }
    }

    private static bool Looks(CommandCall call)
    {
        var words = new List<string>();
        var valued = false;
        foreach (var word in call.Words)
        {
            if (word.Literal is not { } text)
            {
                return false;
            }

            if (text is ['-', ..])
            {
                var equals = text.IndexOf('=', StringComparison.Ordinal);
                var name = equals < 0 ? text : text[..equals];
                if (!Harmless.Contains(name))
                {
                    return false;
                }

                valued = equals < 0 && Valued.Contains(name);
                continue;
            }

            if (!valued)
            {
                words.Add(text);
            }

            valued = false;
        }

        return IsLook(words);
    }

    private static bool IsLook(List<string> words)
    {
        if (words is ["version" or "info"] or ["config" or "auth" or "components", "list", ..] or ["config", "configurations", "list"] or ["config", "get" or "get-value", "project" or "account" or "compute/zone" or "compute/region"]
            or ["logging", "read", ..] or ["builds", "log", ..] or ["app" or "functions", "logs", "read", ..])
        {
            return true;
        }

        var kinds = 0;
        while (kinds < words.Count && Kinds.Contains(words[kinds]))
        {
            kinds++;
        }

        return kinds > 0 && kinds < words.Count && Shows.Contains(words[kinds]);
    }
}
