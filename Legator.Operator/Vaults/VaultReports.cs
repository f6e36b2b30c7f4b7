using Legator.Operator.Control;

namespace Legator.Operator.Vaults;

/// <summary>What the last look at each environment's Vault found.</summary>
internal sealed class VaultReports() : Findings<Aspect>(Equals);
