using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Addresses that a job asks for to say that it ran. Whoever asks for one says so, and an alarm stays silent or is raised.</summary>
internal static class Heartbeats
{
    private const int ShortestToken = 12;

    // Nothing else is asked for there.
    private static readonly FrozenSet<string> Hosts = FrozenSet.ToFrozenSet(
    [
        "hc-ping.com", "nosnch.in", "cronitor.link", "heartbeat.uptimerobot.com", "ping.ohdear.app", "push.statuscake.com", "pulse.updown.io", "ping.checklyhq.com", "ping.cronhub.io", "heartbeat.checkly.com",
        "push.hetrixtools.com", "sm.hetrixtools.net", "heartbeat.pingdom.com", "ping.cronitor.io", "heartbeat.site24x7.com", "heartbeats.incident.io", "ping.pulsetic.com", "wdt.io", "ping.deadmansnitch.com", "ping.cronguard.app",
    ]);

    private static readonly FrozenSet<string> Signals = FrozenSet.ToFrozenSet(["start", "fail", "log", "success", "complete", "finish", "run", "ok", "error", "failure"]);

    /// <summary>True for one of them.</summary>
    public static bool Is(ApiRequest request)
    {
        var parts = request.Parts;
        if (Hosts.Contains(request.Host))
        {
            return parts.Length > 0 || request.Call.Target.Url.Query.Length > 1;
        }

        // /ping/5bf66975-…, /ping/5bf66975-…/fail, and what other products call the same.
        var end = parts.Length > 2 && (Signals.Contains(parts[^1]) || IsNumber(parts[^1])) ? parts.Length - 1 : parts.Length;
        if (end >= 2 && parts[end - 2] is "ping" or "heartbeat" or "heartbeats-ping" or "check_in" or "check-in" or "checkin" or "snitch" or "beat" or "pulse" or "deadman" && IsToken(parts[end - 1], parts[end - 2] is "check_in" or "check-in" or "checkin"))
        {
            return true;
        }

        // /ping/fqOOd6-F4MMNuCEnzTU01w/db-backups: the key of a project, and what ran.
        return (parts.Length is 3 or 4 && parts[0] is "ping" && parts[1].Length is > 20 and < 24 && parts[1].AsSpan().ContainsAnyInRange('0', '9'))
            || request.Begins("api", "push", "*")
            || (parts.Length > 2 && parts[^1] is "ping" && parts[^3] is "heartbeats" or "heartbeat")
            || (parts.Length > 2 && parts[^2] is "ping" && parts[^3] is "heartbeats")
            || (parts is ["api", _, "cron" or "crons", _, _])
            || (request.IsUnder("appsignal-endpoint.net") && parts.Contains("heartbeats"));
    }

    private static bool IsNumber(string part) => part.Length < 4 && !part.AsSpan().ContainsAnyExceptInRange('0', '9');

    // 5bf66975-d4c7-…, vq8xfaketokenk29; not a name.
    private static bool IsToken(string part, bool shorter) =>
        part.Length >= (shorter ? 4 : ShortestToken) && (shorter || (part.AsSpan().ContainsAnyInRange('0', '9') && (!part.Contains('-', StringComparison.Ordinal) || Guid.TryParse(part, out _)))) && !part.Contains('.', StringComparison.Ordinal) && !part.StartsWith("status", StringComparison.Ordinal) && part is not ("list" or "history" or "info");
}
