using System.Globalization;
using Legator.EndToEnd.Tests.Product;
using Npgsql;

namespace Legator.EndToEnd.Tests.Vault;

/// <summary>Agents that read from a database every few seconds, with a user that Vault makes for each run; half of them by Vault's token, half by its AppRole.</summary>
internal static class VaultFleet
{
    public const string Namespace = "vaulted";

    public static string Manifests(int agents, VaultStandInAddress vault, NpgsqlConnectionStringBuilder database) =>
        EstateManifests.All(Shared().Concat(Secrets(vault, database)).Concat(Environments(vault)).Concat(Enumerable.Range(0, agents).Select(Agent)));

    private static IEnumerable<string> Shared()
    {
        yield return EstateManifests.Namespace(Namespace);
        yield return EstateManifests.Models;
        yield return $$$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: skill-ask, namespace: {{{Namespace}}}}
            data:
              SKILL.md: |
                ---
                name: ask
                description: Asks a database.
                version: 1.0.0
                ---
                Count the items.
              actions.yaml: |
                actions:
                - {id: ask, tool: sql.query, targetPattern: "*", tier: read, description: look}
              rehearsal.yaml: |
                turns:
                - call:
                  - {tool: sql.query, arguments: {database: db, query: "select count(*) from items"}}
                - call:
                  - {tool: sql.query, arguments: {database: db, query: "select max(id) from items"}}
                - report: Counted.
            """;
    }

    private static IEnumerable<string> Secrets(VaultStandInAddress vault, NpgsqlConnectionStringBuilder database)
    {
        yield return Secret("vault-token", ("token", vault.Token));
        yield return Secret("vault-approle", ("role-id", vault.RoleId), ("secret-id", vault.SecretId));
        yield return Secret("db", ("driver", "postgres"), ("host", database.Host!), ("port", database.Port.ToString(CultureInfo.InvariantCulture)), ("database", database.Database!));
    }

    private static string Secret(string name, params (string Field, string Value)[] fields) =>
        $"apiVersion: v1\nkind: Secret\nmetadata: {{name: {name}, namespace: {Namespace}}}\nstringData: {{{string.Join(", ", fields.Select(f => $"{f.Field}: \"{f.Value}\""))}}}";

    private static IEnumerable<string> Environments(VaultStandInAddress vault) =>
        new[] { ("token", "tokenSecretRef: vault-token"), ("approle", "appRoleSecretRef: vault-approle") }.Select(method => $$$"""
            apiVersion: legator.io/v1alpha1
            kind: LegatorEnvironment
            metadata: {name: by-{{{method.Item1}}}, namespace: {{{Namespace}}}}
            spec:
              vault: {address: "{{{vault.Address}}}", authMethod: {{{method.Item1}}}, {{{method.Item2}}}}
              credentials:
                db: {type: vault-database, secretRef: db, vault: {mount: database, role: reader}}
            """);

    private static string Agent(int number) => $$$"""
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: asker-{{{number.ToString(CultureInfo.InvariantCulture)}}}, namespace: {{{Namespace}}}}
        spec:
          description: Asks.
          schedule: {interval: 2s, jitter: 0s}
          model: {tier: fast}
          environmentRef: {{{(number % 2 == 0 ? "by-token" : "by-approle")}}}
          guardrails: {autonomy: automate-safe, allowedActions: ["*"], untrustedInput: allow}
          skills:
          - {name: ask, source: "configmap://skill-ask"}
        """;
}
