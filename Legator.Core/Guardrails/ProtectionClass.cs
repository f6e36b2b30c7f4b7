namespace Legator.Core.Guardrails;

/// <summary>Named rules about what is never touched.</summary>
/// <param name="Name">Name, as refusals show it.</param>
/// <param name="Rules">Its rules; every one is asked.</param>
public sealed record ProtectionClass(string Name, IReadOnlyList<ProtectionRule> Rules);
