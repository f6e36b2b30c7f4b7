namespace Legator.Core.Actions.Classification.Shell.Commands;

/// <summary>Says what a model cannot say about a call.</summary>
/// <param name="call">The call; what is found is added to it.</param>
internal delegate void CommandJudge(CommandCall call);
