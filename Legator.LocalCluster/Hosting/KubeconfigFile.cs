using System.Text;
using System.Text.Json.Nodes;
using Legator.Core;

namespace Legator.LocalCluster.Hosting;

/// <summary>The kubeconfig with which people and the other parts of the product reach the cluster.</summary>
internal static class KubeconfigFile
{
    private const string Name = "legator-local";

    public static void Write(DataDirectory data, Uri address, string authorityPem, string token)
    {
        JsonObject config = new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["current-context"] = Name,
            ["clusters"] = new JsonArray(new JsonObject
            {
                ["name"] = Name,
                ["cluster"] = new JsonObject
                {
                    ["server"] = address.GetLeftPart(UriPartial.Authority),
                    ["certificate-authority-data"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(authorityPem)),
                },
            }),
            ["contexts"] = new JsonArray(new JsonObject { ["name"] = Name, ["context"] = new JsonObject { ["cluster"] = Name, ["user"] = Name } }),
            ["users"] = new JsonArray(new JsonObject { ["name"] = Name, ["user"] = new JsonObject { ["token"] = token } }),
        };
        DataDirectory.WriteSecret(data.Kubeconfig, Yaml.Write(config));
    }
}
