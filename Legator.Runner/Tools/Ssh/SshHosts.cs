using System.Globalization;
using Legator.Core.Actions.Classification.Shell;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Finds the host that a call names among the credentials of the environment. Only what is meant for SSH is used for it: a database's password is never offered to a host.</summary>
internal static class SshHosts
{
    private static readonly CredentialType[] Types = [CredentialType.SshKey, CredentialType.VaultSshCa];

    /// <exception cref="ToolInputException">There is no such host, or its credential cannot be used; the message names the field.</exception>
    public static async Task<SshHost> FindAsync(string name, RunScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Credentials.TryGetValue(name, out var credential) || !Types.Contains(credential.Type))
        {
            var known = scope.Credentials.Values.Where(c => Types.Contains(c.Type)).Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
            throw new ToolInputException(
                GuardrailReason.InvalidArguments,
                $"The environment has no SSH host '{name}'.",
                known.Count > 0 ? $"Its hosts are {string.Join(", ", known)}." : "Add a credential of type ssh-key to the environment.");
        }

        return Read(name, await OpenAsync(credential, cancellationToken));
    }

    private static async Task<IReadOnlyDictionary<string, string>> OpenAsync(ICredentialHandle credential, CancellationToken cancellationToken)
    {
        try
        {
            return await credential.OpenAsync(cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, e.Message);
        }
    }

    private static SshHost Read(string name, IReadOnlyDictionary<string, string> fields)
    {
        var host = new SshHost
        {
            Name = name,
            Address = Required(name, fields, "host"),
            Port = Port(name, fields),
            User = Field(fields, "user") ?? Required(name, fields, "username"),
            PrivateKey = Field(fields, "private-key") ?? Field(fields, "ssh-privatekey"),
            Passphrase = Field(fields, "passphrase"),
            Certificate = Field(fields, "certificate"),
            Password = Field(fields, "password"),
            KnownHosts = Field(fields, "known-hosts"),
            JumpHost = Field(fields, "jump-host"),
            Rules = new HostRules(Flag(name, fields, "allow-sudo"), Flag(name, fields, "allow-root")),
        };
        return host.PrivateKey is null && host.Password is null
            ? throw Problem(name, "has neither 'private-key' nor 'password'")
            : host.User == "root" && !host.Rules.AllowRoot
                ? throw new ToolInputException(GuardrailReason.BlockedOutright, $"{name} logs in as root, which the host does not allow.", $"Log in as another user, or set the field 'allow-root' of the Secret of '{name}' to true.")
                : host;
    }

    private static int Port(string name, IReadOnlyDictionary<string, string> fields) =>
        Field(fields, "port") is not { } text ? 22
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw Problem(name, "has a 'port' that is no number from 1 to 65535");

    // A word that is neither must not be taken for a permission.
    private static bool Flag(string name, IReadOnlyDictionary<string, string> fields, string field) => Field(fields, field)?.ToLowerInvariant() switch
    {
        null or "false" or "no" => false,
        "true" or "yes" => true,
        _ => throw Problem(name, $"has a '{field}' that is neither true nor false"),
    };

    private static string Required(string name, IReadOnlyDictionary<string, string> fields, string field) =>
        Field(fields, field) ?? throw Problem(name, $"has no field '{field}'");

    private static string? Field(IReadOnlyDictionary<string, string> fields, string field) =>
        fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? field is "password" or "passphrase" ? value : value.Trim() : null;

    private static ToolInputException Problem(string name, string problem) =>
        new(GuardrailReason.InvalidArguments, $"The credential '{name}' {problem}.", "The Secret's fields are described in docs/tools.md.");
}
