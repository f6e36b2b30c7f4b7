using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Aws;

/// <summary>What the environment's credential says: whose requests they are, where they go.</summary>
/// <param name="Credential">Name of the credential.</param>
/// <param name="KeyId">Access key id.</param>
/// <param name="SecretKey">Secret access key.</param>
/// <param name="SessionToken">Session token of temporary keys; null for others.</param>
/// <param name="Region">Region.</param>
/// <param name="Number">Number of the account that the keys must belong to; null when the environment does not say.</param>
/// <param name="Endpoint">Where all services are reached instead of at AWS; null at AWS.</param>
internal sealed record AwsAccount(string Credential, string KeyId, string SecretKey, string? SessionToken, string Region, string? Number, Uri? Endpoint)
{
    /// <summary>Opens the environment's one credential of type <c>aws</c>.</summary>
    /// <exception cref="ToolInputException">There is none, or more than one, or it cannot be used.</exception>
    public static async Task<AwsAccount> OpenAsync(RunScope scope, CancellationToken cancellationToken)
    {
        var names = scope.Credentials.Values.Where(c => c.Type == CredentialType.Aws).Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
        if (names.Count != 1)
        {
            throw new ToolInputException(
                GuardrailReason.InvalidArguments,
                names.Count == 0 ? "The environment has no credential of type aws." : $"The environment has {names.Count} credentials of type aws ({string.Join(", ", names)}), and nobody can say which is meant.",
                "Give each environment one account and region.");
        }

        var fields = await ConnectionFields.OpenAsync(names[0], "AWS credential", [CredentialType.Aws], scope, cancellationToken);
        var region = fields.Required("region");
        if (!region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || region.Length > 32)
        {
            throw fields.Problem("has a 'region' that is none, e.g. eu-central-1");
        }

        return new AwsAccount(
            names[0],
            fields.Text("aws-access-key-id") ?? fields.Text("access-key-id") ?? fields.Required("aws-access-key-id"),
            fields.Text("aws-secret-access-key") ?? fields.Text("secret-access-key") ?? fields.Required("aws-secret-access-key"),
            fields.Text("aws-session-token") ?? fields.Text("session-token"),
            region,
            fields.Text("account"),
            fields.Text("endpoint") is { } endpoint ? Url(fields, endpoint) : null);
    }

    private static Uri Url(ConnectionFields fields, string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.AbsolutePath == "/" ? url : throw fields.Problem("has an 'endpoint' that is no URL without a path");

    public override string ToString() => $"credential {Credential}";
}
