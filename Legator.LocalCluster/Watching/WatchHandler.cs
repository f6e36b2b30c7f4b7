using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Watching;

/// <summary>Serves watches: what is there (when asked), then every change as it commits.</summary>
internal sealed class WatchHandler(ObjectStore store, ObjectViews views, TimeProvider time)
{
    private static readonly TimeSpan _bookmarkEvery = TimeSpan.FromSeconds(30);

    public async Task RunAsync(ApiRequest request)
    {
        WatchOptions options = WatchOptions.Parse(request);
        IObjectView? view = views.For(request);
        HttpResponse response = request.Http.Response;
        response.StatusCode = 200;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-cache, private";

        using CancellationTokenSource deadline = new(options.Timeout, time);
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, request.Aborted);
        try
        {
            await FollowAsync(request, options, view, ending.Token).ConfigureAwait(false);
        }
        catch (RevisionCompactedException gone)
        {
            byte[] status = StatusBody.Failure(ApiErrors.Expired(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"too old resource version: {gone.Requested} ({store.Revisions.Revision})")));
            WatchFrame.Write(response.BodyWriter, "ERROR"u8, status);
            await response.BodyWriter.FlushAsync(request.Aborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The end of a watch is no error: the client asks again from its last revision.
        }
    }

    private async Task FollowAsync(ApiRequest request, WatchOptions options, IObjectView? view, CancellationToken ending)
    {
        string prefix = ObjectStore.Prefix(request.Kind, request.Namespace);
        RevisionPage? start = options.InitialEvents ? store.Revisions.Read(request.Kind.Collection, prefix) : null;
        long from = start?.Revision ?? (options.Query.Revision > 0 ? options.Query.Revision : store.Revisions.Revision);
        using RevisionSubscription changes = store.Revisions.Subscribe(request.Kind.Collection, prefix, Math.Min(from, store.Revisions.Revision));
        WatchStream stream = new(request, options.Query.Selector, view, from);
        if (start is not null)
        {
            await stream.InitialAsync(start, options.InitialBookmark, ending).ConfigureAwait(false);
        }

        await stream.FlushAsync(ending).ConfigureAwait(false);
        foreach (RevisionEvent missed in changes.Missed)
        {
            stream.Write(missed);
        }

        changes.Missed = [];
        await stream.FlushAsync(ending).ConfigureAwait(false);
        using ITimer? bookmarks = options.Bookmarks ? time.CreateTimer(_ => changes.Nudge(), null, _bookmarkEvery, _bookmarkEvery) : null;
        await PumpAsync(changes, stream, ending).ConfigureAwait(false);
    }

    private async Task PumpAsync(RevisionSubscription changes, WatchStream stream, CancellationToken ending)
    {
        while (await changes.WaitAsync(ending).ConfigureAwait(false))
        {
            // Read before the queue is emptied: everything up to here is then written.
            long revision = store.Revisions.Revision;
            bool bookmark = false;
            while (changes.TryTake(out RevisionEvent? change))
            {
                if (change is null)
                {
                    bookmark = true;
                }
                else
                {
                    stream.Write(change);
                }
            }

            if (bookmark)
            {
                stream.Bookmark(revision);
            }

            await stream.FlushAsync(ending).ConfigureAwait(false);
        }
    }
}
