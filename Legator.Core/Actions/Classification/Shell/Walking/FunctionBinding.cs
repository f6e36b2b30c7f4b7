using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>What a function's name stands for.</summary>
/// <param name="Bodies">The definitions that may be in force.</param>
/// <param name="Certain">True when one of them is; otherwise the name may as well be a command.</param>
internal sealed record FunctionBinding(IReadOnlyList<FunctionCommand> Bodies, bool Certain);
