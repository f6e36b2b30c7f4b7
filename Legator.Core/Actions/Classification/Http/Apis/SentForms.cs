using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>Forms that are handed in and events that are counted by a GET: what stands in the query is kept.</summary>
internal static class SentForms
{
    private static readonly string[] Collectors = ["formspree.io", "formsubmit.co", "submit-form.com", "getform.io", "usebasin.com", "formcarry.com", "submit.jotform.com", "go.pardot.com", "formkeep.com", "form.taxi", "herotofu.com", "web3forms.com"];

    private static readonly FrozenSet<string> Trackers = FrozenSet.ToFrozenSet(
        ["www.google-analytics.com", "google-analytics.com", "ssl.google-analytics.com", "analytics.google.com", "region1.google-analytics.com", "api.mixpanel.com", "api-eu.mixpanel.com", "api.segment.io", "api.amplitude.com", "api2.amplitude.com", "api.stathat.com", "trk.kissmetrics.com", "heapanalytics.com"]);

    // Programs that count a visit, which is what they are there for.
    private static readonly FrozenSet<string> Counters = FrozenSet.ToFrozenSet(["matomo.php", "piwik.php", "__utm.gif", "collect", "pixel.gif", "track.gif", "beacon", "formresponse"]);

    private static readonly FrozenSet<string> Events = FrozenSet.ToFrozenSet(["rec", "tid", "e", "ev", "event", "en", "idsite", "data", "t", "event_name", "action_name"]);

    /// <summary>True for one of them.</summary>
    public static bool Is(ApiRequest request)
    {
        var parts = request.Parts;
        if (request.Last is "formresponse")
        {
            return true;
        }

        if (request.Call.Target.Url.Query.Length <= 1 || parts.Length == 0)
        {
            return false;
        }

        // Measurements: /input/post?node=1&json=…, /dweet/for/x?temp=5
        if (parts is ["input", _, ..] || parts is ["dweet", "for", _])
        {
            return true;
        }

        if (Trackers.Contains(request.Host) || (parts[0] is not "api" && Array.Exists(Collectors, request.IsUnder)))
        {
            return true;
        }

        return (Counters.Contains(request.Last) || (request.Last is "track" && request.Parent is "pixel" or "event" or "events" or "")) && QueryFields.Of(request.Call.Target.Url.Query).Exists(field => Events.Contains(field.Key) && field.Value.Length > 0);
    }
}
