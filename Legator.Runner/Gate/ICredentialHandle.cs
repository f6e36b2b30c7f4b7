using Legator.Core.Resources.Environments;

namespace Legator.Runner.Gate;

/// <summary>A credential of the environment by name. Only tools open it, when they use it; nothing that they open is ever written.</summary>
internal interface ICredentialHandle
{
    /// <summary>Key in the environment's credentials.</summary>
    string Name { get; }

    /// <summary>What it is.</summary>
    CredentialType Type { get; }

    /// <summary>Its fields, e.g. <c>token</c>, or <c>username</c> and <c>password</c>.</summary>
    /// <exception cref="CredentialException">It cannot be had.</exception>
    ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The same fields for judging a call, before anybody knows whether it may be executed: nothing is asked of Vault for it, and what only Vault knows is a placeholder.</summary>
    /// <exception cref="CredentialException">It cannot be had.</exception>
    ValueTask<IReadOnlyDictionary<string, string>> DescribeAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);
}
