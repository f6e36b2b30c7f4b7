namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>Options that make a command do more than read.</summary>
/// <param name="Spec">The options, written as in <see cref="OptionTable"/>.</param>
/// <param name="Tier">The worst that they could do.</param>
/// <param name="Effect">What they do, in a short phrase.</param>
/// <param name="Verb">The verb of the action.</param>
internal sealed record OptionChange(string Spec, RiskTier Tier, string Effect, string Verb = "write");
