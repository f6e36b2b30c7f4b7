using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Credentials;

/// <summary>A credential that the environment names and that cannot be had; whoever opens it is told why. Runs that do not need it go on.</summary>
internal sealed class MissingCredential(string name, CredentialType type, string problem) : ICredentialHandle
{
    public string Name => name;

    public CredentialType Type => type;

    public ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromException<IReadOnlyDictionary<string, string>>(new CredentialException(problem));
}
