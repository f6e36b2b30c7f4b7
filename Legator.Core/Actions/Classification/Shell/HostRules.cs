namespace Legator.Core.Actions.Classification.Shell;

/// <summary>What a host lets agents be.</summary>
/// <param name="AllowSudo">Commands may be run through sudo and its like.</param>
/// <param name="AllowRoot">Agents may log in as root.</param>
public sealed record HostRules(bool AllowSudo = false, bool AllowRoot = false);
