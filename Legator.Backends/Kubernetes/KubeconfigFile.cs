using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Backends.Kubernetes;

/// <summary>A kubeconfig of this machine: what it says, where it says nothing unusual. One that runs programs or has a proxy is left to <see cref="KubernetesLibrary"/>, which takes more memory than all that it would be used for here.</summary>
internal sealed class KubeconfigFile(JsonObject document, string folder, TimeProvider time)
{
    private static readonly string[] PlainCluster =
        ["server", "certificate-authority", "certificate-authority-data", "insecure-skip-tls-verify", "tls-server-name", "disable-compression", "extensions"];

    private static readonly string[] PlainUser =
        ["token", "tokenFile", "username", "password", "client-certificate", "client-certificate-data", "client-key", "client-key-data", "extensions"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="context">Its context; null for the current one.</param>
    /// <param name="time">The clock.</param>
    /// <returns>Null where the file has what is not known here.</returns>
    public static ClusterTarget? Read(string path, string? context, TimeProvider time) =>
        Yaml.Parse(File.ReadAllText(path)) is JsonObject document ? new KubeconfigFile(document, Path.GetDirectoryName(Path.GetFullPath(path))!, time).Target(context) : null;

    private ClusterTarget? Target(string? wanted)
    {
        if (Named("contexts", wanted ?? Text(document, "current-context"), "context") is not { } context
            || Named("clusters", Text(context, "cluster"), "cluster") is not { } cluster
            || Named("users", Text(context, "user"), "user") is not { } user
            || !Plain(cluster, PlainCluster) || !Plain(user, PlainUser)
            || !Uri.TryCreate(Text(cluster, "server"), UriKind.Absolute, out var server))
        {
            return null;
        }

        return new ClusterTarget
        {
            Server = server,
            Namespace = Text(context, "namespace"),
            SkipTlsVerify = Text(cluster, "insecure-skip-tls-verify") == "true",
            TlsServerName = Text(cluster, "tls-server-name"),
            Authorities = Pem(cluster, "certificate-authority") is { } authorities ? Certificates(authorities) : null,
            Certificate = ClientCertificate.Of(Pem(user, "client-certificate"), Pem(user, "client-key")),
            Token = Text(user, "token"),
            Tokens = Text(user, "token") is null && Text(user, "tokenFile") is { } token ? new TokenFile(Path.Combine(folder, token), time).ReadAsync : null,
            Username = Text(user, "username"),
            Password = Text(user, "password"),
        };
    }

    public static X509Certificate2Collection Certificates(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return certificates.Count > 0 ? certificates : throw new CryptographicException("there is no certificate of an authority in it.");
    }

    private JsonObject? Named(string list, string? name, string part) =>
        (document[list] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(entry => Text(entry, "name") == name && name is not null)?[part] as JsonObject;

    private static bool Plain(JsonObject part, string[] known) => part.All(field => field.Value is null || known.Contains(field.Key));

    /// <summary>What is given inline, else in a file beside the kubeconfig.</summary>
    private string? Pem(JsonObject from, string field) =>
        Text(from, $"{field}-data") is { } data ? Encoding.UTF8.GetString(Convert.FromBase64String(data))
        : Text(from, field) is { } path ? File.ReadAllText(Path.Combine(folder, path))
        : null;

    private static string? Text(JsonObject from, string field) => from[field]?.ToString() is { Length: > 0 } text ? text : null;
}
