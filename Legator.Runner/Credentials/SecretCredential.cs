using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials;

/// <summary>A credential whose fields are read each time that a tool uses it, and not kept.</summary>
internal sealed class SecretCredential(string name, CredentialType type, Func<CancellationToken, ValueTask<IReadOnlyDictionary<string, string>>> read) : ICredentialHandle
{
    /// <summary>A credential of fixed fields.</summary>
    public SecretCredential(string name, CredentialType type, IReadOnlyDictionary<string, string> fields)
        : this(name, type, _ => ValueTask.FromResult(fields))
    {
    }

    public string Name => name;

    public CredentialType Type => type;

    public ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken) => read(cancellationToken);

    public override string ToString() => $"credential {name}";
}
