using Legator.Core.Resources.Environments;

namespace Legator.Core.Runs.Events;

/// <summary>Vault made a credential for the run.</summary>
/// <param name="Credential">Name of the credential in the environment.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Id of the lease, or serial number of the certificate. No secret.</param>
/// <param name="TtlSeconds">Seconds that it lives when nothing renews or revokes it.</param>
public sealed record CredentialIssued(string Credential, CredentialType Kind, string Id, long TtlSeconds) : RunEventData;
