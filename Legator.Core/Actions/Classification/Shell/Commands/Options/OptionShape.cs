namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>An option as its command knows it.</summary>
/// <param name="Name">Name with its dashes.</param>
/// <param name="Value">Whether it takes a value.</param>
/// <param name="Role">What the value is.</param>
/// <param name="Change">What the option changes; null when it changes nothing.</param>
internal sealed record OptionShape(string Name, OptionValue Value, ArgumentRole Role, OptionChange? Change);
