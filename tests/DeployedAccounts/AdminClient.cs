using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.Tests.DeployedAccounts;

/// <summary>Talks to an API server with the certificate or the token of a kubeconfig.</summary>
internal static class AdminClient
{
    public static (HttpClient Http, Uri Server) Of(string kubeconfig)
    {
        var config = (JsonObject)Yaml.ParseAll(File.ReadAllText(kubeconfig)).Single()!;
        var user = (JsonObject)config["users"]![0]!["user"]!;
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        if (user["client-certificate-data"] is { } certificate)
        {
            using var pem = X509Certificate2.CreateFromPem(Decoded(certificate), Decoded(user["client-key-data"]!));
            handler.ClientCertificates.Add(X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null));
        }

        var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Authorization = user["token"] is { } token ? new AuthenticationHeaderValue("Bearer", (string)token!) : null;
        return (http, new Uri((string)config["clusters"]![0]!["cluster"]!["server"]!));
    }

    private static string Decoded(JsonNode text) => Encoding.UTF8.GetString(Convert.FromBase64String((string)text!));
}
