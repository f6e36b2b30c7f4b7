using Legator.Core.Resources.Environments;

namespace Legator.Runner.Gate;

/// <summary>A credential of the environment by name. Only tools open it; nothing that they open is ever written.</summary>
internal interface ICredentialHandle
{
    /// <summary>Key in the environment's credentials.</summary>
    string Name { get; }

    /// <summary>What it is.</summary>
    CredentialType Type { get; }

    /// <summary>Its fields, e.g. <c>token</c>, or <c>username</c> and <c>password</c>.</summary>
    ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken);
}
