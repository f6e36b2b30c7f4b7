using Legator.Core.Actions.Classification.Shell;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Finds the host that a call names among the credentials of the environment. Only what is meant for SSH is used for it: a database's password is never offered to a host.</summary>
internal static class SshHosts
{
    private static readonly CredentialType[] Types = [CredentialType.SshKey, CredentialType.VaultSshCa, CredentialType.VaultKv];

    /// <exception cref="ToolInputException">There is no such host, or its credential cannot be used; the message names the field.</exception>
    public static async Task<SshHost> FindAsync(string name, RunScope scope, CancellationToken cancellationToken) =>
        Read(name, await ConnectionFields.OpenAsync(name, "SSH host", Types, scope, cancellationToken));

    /// <summary>What the host allows; all that a call is judged by.</summary>
    /// <exception cref="ToolInputException">There is no such host, or its credential cannot be used; the message names the field.</exception>
    public static async Task<HostRules> RulesAsync(string name, RunScope scope, CancellationToken cancellationToken) =>
        (await scope.Lookout.SeeAsync<HostRules>($"host {name}", async () => Read(name, await ConnectionFields.OpenAsync(name, "SSH host", Types, scope, cancellationToken, forJudging: true)).Rules))!;

    private static SshHost Read(string name, ConnectionFields fields)
    {
        var host = new SshHost
        {
            Name = name,
            Address = fields.Required("host"),
            Port = fields.Port() ?? 22,
            User = fields.Text("user") ?? fields.Required("username"),
            PrivateKey = fields.Text("private-key") ?? fields.Text("ssh-privatekey"),
            Passphrase = fields.Secret("passphrase"),
            Certificate = fields.Text("certificate"),
            Password = fields.Secret("password"),
            KnownHosts = fields.Text("known-hosts"),
            JumpHost = fields.Text("jump-host"),
            Rules = new HostRules(fields.Flag("allow-sudo"), fields.Flag("allow-root")),
        };
        return host.PrivateKey is null && host.Password is null
            ? throw fields.Problem("has neither 'private-key' nor 'password'")
            : host.User == "root" && !host.Rules.AllowRoot
                ? throw new ToolInputException(GuardrailReason.BlockedOutright, $"{name} logs in as root, which the host does not allow.", $"Log in as another user, or set the field 'allow-root' of the Secret of '{name}' to true.")
                : host;
    }
}
