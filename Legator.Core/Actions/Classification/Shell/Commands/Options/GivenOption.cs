using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Options;

/// <summary>An option of a call.</summary>
/// <param name="Shape">Which option.</param>
/// <param name="Value">Its value; null when it has none.</param>
internal readonly record struct GivenOption(OptionShape Shape, ShellWord? Value);
