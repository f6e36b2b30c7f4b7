namespace Legator.Runner.Credentials.Vault;

/// <summary>Vault did not do what it was asked. The message names the server and the path, and nothing that was sent.</summary>
internal sealed class VaultException(VaultProblem problem, string message) : Exception(message)
{
    public VaultProblem Problem => problem;
}
