using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Azure;

/// <summary>How bad a command of Azure is that is no known read: by its group where that holds data, by its verb everywhere.</summary>
internal static class AzureWrites
{
    private static readonly string[] DataGroups =
    [
        "storage", "sql", "cosmosdb", "keyvault", "backup", "dataprotection", "snapshot", "disk", "mysql", "postgres", "mariadb", "redis", "redisenterprise", "kusto", "netappfiles", "synapse", "dls", "hdinsight", "servicebus", "eventhubs",
        "acr", "appconfig", "image", "sig", "restore-point", "managed-cassandra", "elastic-san", "databricks", "datalake", "search", "arcdata",
    ];

    // Within those, what holds none.
    private static readonly string[] Fences = ["firewall-rule", "vnet-rule", "network-rule", "authorization-rule", "private-endpoint-connection", "ad-admin", "cors", "webhook", "replication", "role", "lock", "policy-assignment", "private-endpoint", "patch-schedule", "dns-alias", "server-link", "task", "token", "scope-map"];

    private static readonly FrozenSet<string> Removing = FrozenSet.ToFrozenSet(["delete", "purge", "remove", "delete-batch", "clear", "untag", "reset", "drop", "import", "restore", "copy", "upload", "upload-batch", "sync", "rewrite", "truncate", "flush", "set-tier", "undelete", "merge", "insert", "replace", "append", "put", "set", "download-batch", "move", "rotate-key", "cancel-delete"]);

    private static readonly FrozenDictionary<string, RiskTier> ByVerb = new[]
    {
        (RiskTier.DestructiveMutation,
            "delete purge remove reset clear unregister uninstall detach revoke reimage redeploy failover run-command invoke exec ssh rest login logout cancel disable generalize capture move convert unlink disassociate break abandon deallocate-all simulate-eviction perform-maintenance purge-deleted evict force rollback"),
        (RiskTier.ServiceMutation,
            "create update add set start stop restart deallocate scale upgrade resize enable up deploy swap assign register install attach apply import export wait sync run open-port stop-instance start-instance rotate rotate-certs regenerate renew approve reject regenerate-key config-zip up-to-date resume suspend pause refresh associate link tag test send invite publish browse tail"),
    }.SelectMany(t => t.Item2.Split(' ').Select(verb => (Verb: verb, Tier: t.Item1))).ToFrozenDictionary(t => t.Verb, t => t.Tier, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RiskTier> Named = new Dictionary<string, RiskTier>(StringComparer.Ordinal)
    {
        ["rest"] = RiskTier.DataMutation,
        ["vm run-command invoke"] = RiskTier.DestructiveMutation,
        ["vm run-command create"] = RiskTier.DestructiveMutation,
        ["vmss run-command invoke"] = RiskTier.DestructiveMutation,
        ["aks command invoke"] = RiskTier.DestructiveMutation,
        ["aks get-credentials"] = RiskTier.DestructiveMutation,
        ["vm extension set"] = RiskTier.DestructiveMutation,
        ["keyvault set-policy"] = RiskTier.DestructiveMutation,
        ["keyvault delete-policy"] = RiskTier.DestructiveMutation,
        ["role assignment create"] = RiskTier.DestructiveMutation,
        ["ad sp create-for-rbac"] = RiskTier.DestructiveMutation,
        ["network nsg rule create"] = RiskTier.ServiceMutation,
        ["group delete"] = RiskTier.DataMutation,
        ["resource delete"] = RiskTier.DataMutation,
        ["vmss delete-instances"] = RiskTier.DestructiveMutation,
        ["deployment group create"] = RiskTier.DestructiveMutation,
        ["deployment sub create"] = RiskTier.DestructiveMutation,
        ["container exec"] = RiskTier.DestructiveMutation,
        ["containerapp exec"] = RiskTier.DestructiveMutation,
        ["monitor log-analytics workspace delete"] = RiskTier.DataMutation,
        ["monitor log-analytics workspace table delete"] = RiskTier.DataMutation,
        ["backup protection disable"] = RiskTier.DataMutation,
        ["storage account management-policy create"] = RiskTier.DataMutation,
        ["storage account management-policy update"] = RiskTier.DataMutation,
        ["aks check-acr"] = RiskTier.ServiceMutation,
        ["aks delete"] = RiskTier.DestructiveMutation,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Secrets = FrozenSet.ToFrozenSet(
    [
        "keyvault secret show", "keyvault secret download", "keyvault secret backup", "keyvault certificate download", "keyvault key download", "storage account keys list", "storage account show-connection-string",
        "storage account generate-sas", "storage blob generate-sas", "storage container generate-sas", "acr credential show", "acr login", "redis list-keys", "cosmosdb keys list", "cosmosdb list-keys", "cosmosdb list-connection-strings",
        "servicebus namespace authorization-rule keys list", "eventhubs namespace authorization-rule keys list", "functionapp keys list", "functionapp function keys list", "functionapp config appsettings list", "webapp config appsettings list",
        "webapp config connection-string list", "webapp deployment list-publishing-profiles", "webapp deployment list-publishing-credentials", "account get-access-token", "ad sp credential list", "ad app credential list",
        "iot hub connection-string show", "monitor log-analytics workspace get-shared-keys", "search admin-key show", "signalr key list", "batch account keys list", "containerapp secret show", "containerapp secret list", "staticwebapp secrets list",
        "appconfig credential list", "cognitiveservices account keys list", "maps account keys list", "sql db show-connection-string", "network vpn-connection shared-key show", "aks get-credentials", "functionapp deployment list-publishing-profiles",
        "webapp auth show", "webapp config backup show",
    ], StringComparer.Ordinal);

    /// <summary>True for a command that hands out a secret, a token or what opens one.</summary>
    public static bool IsSecret(string command) => Secrets.Contains(command);

    /// <summary>The tier of a command that is no known read.</summary>
    /// <param name="command">Groups and command, lower-case, one blank between.</param>
    public static RiskTier TierOf(string command)
    {
        if (Named.TryGetValue(command, out var tier))
        {
            return tier;
        }

        if (IsSecret(command))
        {
            return RiskTier.ServiceMutation;
        }

        var words = command.Split(' ');
        var verb = words[^1];
        return Removing.Contains(verb) && HoldsData(words) ? RiskTier.DataMutation : ByVerb.GetValueOrDefault(verb, RiskTier.DestructiveMutation);
    }

    private static bool HoldsData(string[] words) =>
        (DataGroups.Contains(words[0]) || (words[0] is "vm" or "vmss" && words.Contains("disk") && words[^1] == "delete") || words is ["network", "dns", "zone", ..] || words is ["monitor", "log-analytics", ..])
        && !words.Any(w => Fences.Contains(w))
        && !(words[^1] is "set" or "copy" or "add" && words[0] is "acr" or "disk");
}
