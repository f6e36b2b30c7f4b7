using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Tools.Http;

/// <summary>A credential with given fields.</summary>
internal sealed class Credential(string name, CredentialType type, params (string Field, string Value)[] fields) : ICredentialHandle
{
    public string Name => name;

    public CredentialType Type => type;

    public ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, string>>(fields.ToDictionary(f => f.Field, f => f.Value));
}
