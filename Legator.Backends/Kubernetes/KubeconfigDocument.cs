using System.Text.Json.Nodes;

namespace Legator.Backends.Kubernetes;

/// <summary>Finds cluster and user of a kubeconfig's current context. Fields that are not known are refused: they might change whom it talks to and how.</summary>
internal sealed class KubeconfigDocument(JsonObject document)
{
    private static readonly string[] ClusterFields =
        ["server", "certificate-authority-data", "insecure-skip-tls-verify", "tls-server-name", "disable-compression", "extensions"];

    private static readonly string[] UserFields = ["token", "username", "password", "client-certificate-data", "client-key-data", "extensions"];

    private static readonly string[] Files = ["certificate-authority", "client-certificate", "client-key", "tokenFile"];

    private static readonly string[] Programs = ["exec", "auth-provider"];

    public JsonObject Cluster() => Checked("cluster", "clusters", ClusterFields);

    public JsonObject User() => Checked("user", "users", UserFields);

    /// <exception cref="KubeconfigException">The condition does not hold.</exception>
    public static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new KubeconfigException(problem);
        }
    }

    private JsonObject Checked(string part, string list, string[] known)
    {
        var name = Context()[part]?.ToString() ?? throw new KubeconfigException($"its context names no {part}");
        var found = Named(list, name, part);
        foreach (var field in found.Where(f => f.Value is not null).Select(f => f.Key))
        {
            Require(!Programs.Contains(field), $"its {part} runs a program ({field}), which one from a Secret may not: use a token or a client certificate");
            Require(!Files.Contains(field), $"its {part} names a file ({field}), which one from a Secret may not: put the content in {(field == "tokenFile" ? "token" : $"{field}-data")}");
            Require(known.Contains(field), $"its {part} has a field that is not supported ({Shown(field)})");
        }

        return found;
    }

    private JsonObject Context()
    {
        var names = (document["contexts"] as JsonArray ?? []).Select(c => (c as JsonObject)?["name"]?.ToString()).OfType<string>().ToList();
        var current = document["current-context"]?.ToString() is { Length: > 0 } chosen ? chosen
            : names is [var only] ? only
            : throw new KubeconfigException("it has no current-context");
        return Named("contexts", current, "context");
    }

    private JsonObject Named(string list, string name, string part)
    {
        var found = (document[list] as JsonArray ?? []).OfType<JsonObject>().Where(e => e["name"]?.ToString() == name).Take(2).ToList();
        return found is [var entry] && entry[part] is JsonObject content
            ? content
            : throw new KubeconfigException($"it has {(found.Count > 1 ? "several" : "no")} {part} of the name that is used");
    }

    private static string Shown(string field) => field.Length > 40 ? $"{field[..40]}…" : field;
}
