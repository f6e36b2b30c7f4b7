using Legator.Core.Runs;

namespace Legator.Runner.Providers;

/// <summary>How much of a conversation is sent with each request, so that token use stays flat however long a run gets.</summary>
internal static class ModelWindow
{
    /// <summary>So many of the newest exchanges (a reply with the answers to all of its calls) runs of the first format send, besides the first message; others are bounded in tokens.</summary>
    public const int Exchanges = 4;

    /// <summary>Property of the options: true where the next request will begin with the messages of this one.</summary>
    public const string GoesOn = "legator.goesOn";

    /// <summary>The window of a run's model; null for a script, which is told everything.</summary>
    public static int? Of(RunSnapshotModel model) => model.Provider == Scripted.ScriptedProvider.Name ? null : Exchanges;
}
