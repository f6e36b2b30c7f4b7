using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Http;

namespace Legator.Runner.Tools.Azure;

/// <summary>What the environment's credential says: who logs in where, and whose resources are meant.</summary>
/// <param name="Credential">Name of the credential.</param>
/// <param name="Tenant">Tenant id.</param>
/// <param name="Client">Client id.</param>
/// <param name="Secret">Client secret.</param>
/// <param name="Subscription">Subscription id.</param>
/// <param name="Authority">Where tokens come from.</param>
/// <param name="Endpoint">Where Azure Resource Manager is.</param>
/// <param name="Tls">What connections trust besides; null for the machine's own.</param>
internal sealed record AzureAccount(string Credential, string Tenant, string Client, string Secret, string Subscription, Uri Authority, Uri Endpoint, HttpTls? Tls)
{
    /// <summary>Opens the environment's one credential of type <c>azure</c>.</summary>
    /// <exception cref="ToolInputException">There is none, or more than one, or it cannot be used.</exception>
    public static async Task<AzureAccount> OpenAsync(RunScope scope, CancellationToken cancellationToken)
    {
        var names = scope.Credentials.Values.Where(c => c.Type == CredentialType.Azure).Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
        if (names.Count != 1)
        {
            throw new ToolInputException(
                GuardrailReason.InvalidArguments,
                names.Count == 0 ? "The environment has no credential of type azure." : $"The environment has {names.Count} credentials of type azure ({string.Join(", ", names)}), and nobody can say which is meant.",
                "Give each environment one subscription.");
        }

        var fields = await ConnectionFields.OpenAsync(names[0], "Azure credential", [CredentialType.Azure], scope, cancellationToken);
        return new AzureAccount(
            names[0], Id(fields, "tenant-id"), Id(fields, "client-id"), fields.Secret("client-secret") ?? fields.Required("client-secret"), Id(fields, "subscription-id"),
            Url(fields, "authority", "https://login.microsoftonline.com"), Url(fields, "endpoint", "https://management.azure.com"), HttpTls.Of(fields));
    }

    private static string Id(ConnectionFields fields, string field) =>
        fields.Required(field) is var id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && id is not ("." or "..") ? id : throw fields.Problem($"has a '{field}' that is none");

    private static Uri Url(ConnectionFields fields, string field, string otherwise) =>
        Uri.TryCreate(fields.Text(field) ?? otherwise, UriKind.Absolute, out var url) && url is { Scheme: "https", AbsolutePath: "/" } ? url : throw fields.Problem($"has an '{field}' that is no https URL without a path");

    public override string ToString() => $"credential {Credential}";
}
