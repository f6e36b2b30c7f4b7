using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Reads;
using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Watching;

/// <summary>How a watch begins and ends.</summary>
/// <param name="Query">Selectors and the revision to start from.</param>
/// <param name="InitialEvents">Whether the current objects come first.</param>
/// <param name="InitialBookmark">Whether a marked bookmark follows them.</param>
/// <param name="Bookmarks">Whether the client wants bookmarks.</param>
/// <param name="Timeout">After which the watch ends in peace.</param>
internal sealed record WatchOptions(ListQuery Query, bool InitialEvents, bool InitialBookmark, bool Bookmarks, TimeSpan Timeout)
{
    private static readonly TimeSpan _defaultTimeout = TimeSpan.FromMinutes(45);

    public static WatchOptions Parse(ApiRequest request)
    {
        ListQuery query = ListQuery.Parse(request);
        string wanted = request.Query("sendInitialEvents");
        if (wanted.Length > 0)
        {
            CheckInitialEvents(request);
        }

        bool streaming = wanted is "true" or "1";
        bool initial = streaming || (wanted.Length == 0 && query.Revision == 0);
        bool bookmarks = request.Flag("allowWatchBookmarks");
        int seconds = request.IntQuery("timeoutSeconds");
        return new WatchOptions(query, initial, streaming && bookmarks, bookmarks, seconds > 0 ? TimeSpan.FromSeconds(seconds) : _defaultTimeout);
    }

    private static void CheckInitialEvents(ApiRequest request)
    {
        List<StatusCause> causes = [];
        if (request.Query("resourceVersionMatch") != "NotOlderThan")
        {
            causes.Add(StatusCause.Forbidden("resourceVersionMatch", "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }

        if (causes.Count > 0)
        {
            throw ApiErrors.Invalid("ListOptions", "meta.k8s.io", "", causes);
        }
    }
}
