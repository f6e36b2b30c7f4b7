namespace Legator.Core.Guardrails;

/// <summary>One rule of a protection class.</summary>
/// <param name="Domain">Domain of the actions that it concerns; empty for all.</param>
/// <param name="Pattern">Glob over <c>verb target</c> or the target alone, any spelling of it: <c>delete persistentvolumeclaim/*</c>, <c>ec2.terminate-*</c>. A target that stands for many objects is concerned as soon as one of them is.</param>
/// <param name="Effect">What happens to an action that matches.</param>
/// <param name="Why">Shown with the refusal.</param>
public sealed record ProtectionRule(string Domain, string Pattern, ProtectionEffect Effect, string Why);
