namespace Legator.Runner.Credentials.Vault;

/// <summary>A database user that Vault made. Holds its password: never written.</summary>
/// <param name="Id">Id of the lease.</param>
/// <param name="Ttl">How long it lives.</param>
/// <param name="Renewable">Whether that can be changed.</param>
/// <param name="User">Name of the user.</param>
/// <param name="Password">Its password.</param>
internal sealed record VaultLease(string Id, TimeSpan Ttl, bool Renewable, string User, string Password)
{
    public override string ToString() => Id;
}
