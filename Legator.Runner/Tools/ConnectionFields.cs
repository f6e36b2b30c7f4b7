using System.Globalization;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>The fields of a credential that says where something is and how to log in. A field that cannot be used is named, its value never.</summary>
/// <param name="name">Name of the credential.</param>
/// <param name="fields">Its fields.</param>
internal sealed class ConnectionFields(string name, IReadOnlyDictionary<string, string> fields)
{
    /// <summary>Opens the credential that a call names, when it is of a type that is meant for the tool.</summary>
    /// <param name="name">What the call names.</param>
    /// <param name="what">What the tool calls it: <c>SSH host</c>, <c>database</c>.</param>
    /// <param name="types">Types that are meant for the tool.</param>
    /// <param name="scope">The run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="forJudging">True while nobody knows yet whether the call may be executed: then no secret is made for it.</param>
    /// <exception cref="ToolInputException">There is none of that name and those types, or it cannot be had.</exception>
    public static async Task<ConnectionFields> OpenAsync(string name, string what, IReadOnlyList<CredentialType> types, RunScope scope, CancellationToken cancellationToken, bool forJudging = false)
    {
        if (!scope.Credentials.TryGetValue(name, out var credential) || !types.Contains(credential.Type))
        {
            var known = scope.Credentials.Values.Where(c => types.Contains(c.Type)).Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
            throw new ToolInputException(
                GuardrailReason.InvalidArguments,
                $"The environment has no {what} '{name}'.",
                known.Count > 0 ? $"There are {string.Join(", ", known)}." : "Add a credential for it to the environment; docs/tools.md says of which type.");
        }

        try
        {
            return new ConnectionFields(name, await (forJudging ? credential.DescribeAsync(cancellationToken) : credential.OpenAsync(cancellationToken)));
        }
        catch (CredentialException e)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, e.Message);
        }
    }

    /// <summary>A field without blanks around it; null when it is missing or blank.</summary>
    public string? Text(string field) => Secret(field)?.Trim();

    /// <summary>A field exactly as it is, since blanks may belong to it; null when it is missing or blank.</summary>
    public string? Secret(string field) => fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    public string Required(string field) => Text(field) ?? throw Problem($"has no field '{field}'");

    /// <summary>The port; null when the field is missing.</summary>
    public int? Port() =>
        Text("port") is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw Problem("has a 'port' that is no number from 1 to 65535");

    /// <summary>A permission; false when the field is missing. A word that is neither must not be taken for one.</summary>
    public bool Flag(string field) => Text(field)?.ToLowerInvariant() switch
    {
        null or "false" or "no" => false,
        "true" or "yes" => true,
        _ => throw Problem($"has a '{field}' that is neither true nor false"),
    };

    public ToolInputException Problem(string problem) =>
        new(GuardrailReason.InvalidArguments, $"The credential '{name}' {problem}.", "The Secret's fields are described in docs/tools.md.");
}
