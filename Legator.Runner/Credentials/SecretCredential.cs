using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials;

/// <summary>A credential of the environment whose fields were read when the run was taken up.</summary>
internal sealed class SecretCredential(string name, CredentialType type, IReadOnlyDictionary<string, string> fields) : ICredentialHandle
{
    public string Name => name;

    public CredentialType Type => type;

    public ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(fields);

    public override string ToString() => $"credential {name}";
}
