using System.Globalization;
using System.Text.Json;
using Legator.EndToEnd.Tests.Product;
using Legator.Runner.Tests.Tools.Aws;

namespace Legator.EndToEnd.Tests.Tour;

/// <summary>The tour as Kubernetes resources: an agent whose rehearsal uses every tool, and two whom it asks for help.</summary>
internal static class TourManifests
{
    private static readonly string Folder = Path.Combine(ProductBuild.Root, "tests", "Legator.EndToEnd.Tests", "Tour");

    /// <summary>What the tour's model says, as it stands in the repository.</summary>
    public static string Rehearsal => File.ReadAllText(Path.Combine(Folder, "rehearsal.yaml"));

    /// <summary>Secrets stand before what names them, so that nothing is missing when it is looked at first.</summary>
    public static string Of(TourEstate estate, string inNamespace) => string.Join(
        "\n---\n",
        [$"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {inNamespace}}}", .. Secrets(estate, inNamespace), Skill(estate, inNamespace), Filled(File.ReadAllText(Path.Combine(Folder, "tour.yaml")), estate, inNamespace)]);

    private static string Filled(string text, TourEstate estate, string inNamespace) => text
        .Replace("(namespace)", inNamespace, StringComparison.Ordinal)
        .Replace("(site)", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{estate.Site.Port}"), StringComparison.Ordinal)
        .Replace("(mcp)", estate.Mcp.Streamable, StringComparison.Ordinal)
        .Replace("(vault)", estate.Vault.Address, StringComparison.Ordinal);

    private static string Skill(TourEstate estate, string inNamespace) => Json(new
    {
        apiVersion = "v1",
        kind = "ConfigMap",
        metadata = new { name = "skill-tour", @namespace = inNamespace },
        data = new Dictionary<string, string>
        {
            ["SKILL.md"] = "---\nname: tour\ndescription: Uses every tool once.\nversion: 1.0.0\n---\nUse every tool once and say what it was like.",
            ["actions.yaml"] = File.ReadAllText(Path.Combine(Folder, "actions.yaml")),
            ["rehearsal.yaml"] = Filled(Rehearsal, estate, inNamespace),
        },
    });

    private static IEnumerable<string> Secrets(TourEstate estate, string inNamespace)
    {
        yield return Secret("site", ("token", "token-of-the-site"));
        yield return Secret("vault-token", ("token", estate.Vault.Agent.Id));
        yield return Secret("orders", ("driver", "postgres"), ("host", estate.Orders.Host!), ("port", Text(estate.Orders.Port)), ("database", estate.Orders.Database!));
        yield return Secret("shop", ("driver", "mysql"), ("host", estate.Shop.Server), ("port", Text((int)estate.Shop.Port)), ("database", "shop"), ("username", "reader"), ("password", "reader-of-the-shop"));
        yield return Secret(
            "web-1", ("host", "127.0.0.1"), ("port", Text(estate.Host.Port)), ("user", estate.Host.User), ("private-key", estate.Host.Key), ("allow-root", "true"));
        yield return Secret("cloud", ("aws-access-key-id", AwsSite.KeyId), ("aws-secret-access-key", AwsSite.SecretKey), ("region", "eu-central-1"), ("endpoint", estate.Aws.Address.ToString()));
        yield return Secret("azure", [.. estate.Azure.Fields]);

        string Secret(string name, params (string Field, string Value)[] fields) => Json(new
        {
            apiVersion = "v1",
            kind = "Secret",
            metadata = new { name, @namespace = inNamespace },
            stringData = fields.ToDictionary(f => f.Field, f => f.Value),
        });
    }

    private static string Json(object manifest) => JsonSerializer.Serialize(manifest);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
