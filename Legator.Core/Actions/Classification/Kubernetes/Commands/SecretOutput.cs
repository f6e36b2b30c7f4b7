using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Commands;

/// <summary>Knows lines of kubectl whose output shows what is in Secrets. Whoever asks for that is handed credentials, as by the operations of clouds that hand them out, which is no mere look. The tools strip Secrets of their data themselves.</summary>
internal static class SecretOutput
{
    private const string LastApplied = "apply view-last-applied";

    private const string HandsOut = "hands out a Secret's data";

    // From this on kubectl writes what the server answers beside what it shows.
    private const int ShowingVerbosity = 8;

    /// <summary>The actions of a call, with those that show what is in Secrets raised.</summary>
    public static IReadOnlyList<ProposedAction> Judge(KubectlCall call, IReadOnlyList<ProposedAction> actions)
    {
        if (call.FromTool || (call.HasNoFlags && call.Command.Path != LastApplied) || !actions.Any(IsOfSecrets) || !Shows(call))
        {
            return actions;
        }

        return [.. actions.Select(a => IsOfSecrets(a) && !IsUnseen(call, a) ? Raised(a) : a)];
    }

    private static ProposedAction Raised(ProposedAction action) =>
        KubernetesClassifier.Raise(action, RiskTier.ServiceMutation, action.Target.Text.StartsWith('*') ? "may hand out a Secret's data" : HandsOut) with { Guarded = true };

    // Nobody can see from here what a file names.
    private static bool IsUnseen(KubectlCall call, ProposedAction action) => action.Target.Text.StartsWith('*') && (call.Has("filename") || call.Has("kustomize"));

    // Secrets, those of a version without a group, and kinds that nobody knows.
    private static bool IsOfSecrets(ProposedAction action) =>
        action.Target.Text.StartsWith("secrets/", StringComparison.Ordinal) || action.Target.Text.StartsWith("secrets.v1/", StringComparison.Ordinal) || action.Target.Text.StartsWith("secret.v1/", StringComparison.Ordinal)
        || action.Target.Text.StartsWith("*/", StringComparison.Ordinal);

    private static bool Shows(KubectlCall call) =>
        call.Command.Path == LastApplied
        || (call.Command.Path == "annotate" && call.IsOn("list"))
        || (call.Command.Path == "set env" && call.IsOn("list") && call.IsOn("resolve"))
        || (call.Command.Path == "get" && call.Has("raw"))
        || (Stored(call) && (Form(call) || IsVerbose(call)));

    // What is created shows only what the line itself says.
    private static bool Stored(KubectlCall call) => !call.Command.Path.StartsWith("create", StringComparison.Ordinal) && !call.IsSurelyOn("help");

    private static bool Form(KubectlCall call)
    {
        var template = call.Last("template");
        return call.Values("output").Any(o => !OutputForm.IsHarmless(o, template)) || (!call.Has("output") && call.Has("template") && !OutputForm.IsHarmless("go-template", template));
    }

    private static bool IsVerbose(KubectlCall call) =>
        call.Values("v").Any(v => !int.TryParse(v, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var level) || level >= ShowingVerbosity) || call.Has("vmodule");
}
