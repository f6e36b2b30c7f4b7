using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Http.Apis;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Paths that end in a state and what it is to be: <c>/dags/x/paused/true</c>, <c>/lamp/3/power/off</c>. Behind a collection the same words choose from it: <c>/users/active/true</c>.</summary>
internal static class StatePaths
{
    // What something is or is not. Nobody asks for an object by these.
    private static readonly FrozenSet<string> States = Set(
        "on off open closed paused pause enabled enable disabled disable locked lock maintenance maintenancemode maintenance-mode maintenance_mode active suspended suspend frozen freeze readonly read-only read_only blocked banned muted archived published cordoned unschedulable schedulable "
        + "drained draining armed silenced acknowledged safemode safe-mode stopped running isolated quarantined hidden deleted visible public private protected standby offline online powered powersave autostart autoscale autoscaling autoscaler "
        + "maintenanceenabled debug debugging tracing profiling logging verbose replication sync ssl tls wifi firewall armed deprecated trusted approved verified admin is_admin isadmin superuser");

    // These say it of whatever stands before them.
    private static readonly FrozenSet<string> Settings = Set("state status power mode switch set value relay output outlet light led lamp fan pump valve heater siren alarm door gate plug socket toggle feature flag override");

    private static readonly FrozenSet<string> Switched = Set("on off enable disable enabled disabled toggle");

    private static readonly FrozenSet<string> Truths = Set("true false yes no");

    private static readonly FrozenSet<string> Askers = Set("by filter where search find is has list query only with status state");

    /// <summary>Judges a request whose method reads.</summary>
    public static void Judge(ApiRequest request, HttpFindings findings)
    {
        if (request.Parts.Length < 2)
        {
            return;
        }

        var value = PathRules.Bare(request.Last).ToString();
        if (Sets(request.Parts, value))
        {
            findings.Raise(RiskTier.ServiceMutation, $"the path sets '{request.Parent}' to '{value}'");
        }
    }

    private static bool Sets(string[] parts, string value)
    {
        var (state, truth, word) = (Bare(parts[^2], out var ordered), Truths.Contains(value), Switched.Contains(value));
        var before = parts.Length > 2 ? parts[^3] : null;
        if (!truth && !word && !(value is "0" or "1" && before is not null && (ordered || IsName(before))))
        {
            return false;
        }

        var chosen = !ordered && before is not null && (IsPlural(before) ? !(parts.Length > 3 && Verbs.NamedCollections.Contains(parts[^4])) : Askers.Contains(before));
        return States.Contains(state) ? word || (!chosen && (before is not null || state is not ("active" or "public" or "private" or "visible" or "hidden" or "running" or "deleted")))
            : Settings.Contains(state) && before is not null && !chosen;
    }

    // is_paused, set-paused.
    private static string Bare(string state, out bool ordered)
    {
        ordered = state.StartsWith("set_", StringComparison.Ordinal) || state.StartsWith("set-", StringComparison.Ordinal);
        return ordered ? state[4..] : state.StartsWith("is_", StringComparison.Ordinal) || state.StartsWith("is-", StringComparison.Ordinal) ? state[3..] : state;
    }

    private static bool IsName(string part) => part.AsSpan().ContainsAnyInRange('0', '9') && !(part.Length < 4 && part[0] == 'v');

    private static bool IsPlural(string part) => part.Length > 3 && part.EndsWith('s') && !part.EndsWith("ss", StringComparison.Ordinal) && !part.EndsWith("us", StringComparison.Ordinal) && !part.AsSpan().ContainsAny("-_0123456789");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
