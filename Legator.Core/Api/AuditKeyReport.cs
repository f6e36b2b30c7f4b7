using Legator.Core.Audit;

namespace Legator.Core.Api;

/// <summary>Whose signatures stand under the journal.</summary>
/// <param name="PublicKeys">Public keys in PEM, one after the other.</param>
/// <param name="Head">The newest checkpoint.</param>
public sealed record AuditKeyReport(string PublicKeys, AuditHead Head);
