using System.IO.Pipelines;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;
using Legator.LocalCluster.Selectors;

namespace Legator.LocalCluster.Watching;

/// <summary>One client's stream: decides for each change whether and as what the client sees it.</summary>
internal sealed class WatchStream(ApiRequest request, ObjectSelector selector, IObjectView? view, long from)
{
    private const int FlushEvery = 256;
    private readonly PipeWriter _body = request.Http.Response.BodyWriter;
    private bool _first = true;

    public async Task InitialAsync(RevisionPage page, bool bookmark, CancellationToken ending)
    {
        int written = 0;
        foreach (StoredRecord record in page.Records)
        {
            if (selector.Matches(record))
            {
                Send("ADDED"u8, record);
                if (++written % FlushEvery == 0)
                {
                    await FlushAsync(ending).ConfigureAwait(false);
                }
            }
        }

        if (bookmark)
        {
            WatchFrame.Write(_body, "BOOKMARK"u8, WatchFrame.Bookmark(request.Kind, page.Revision, initialEventsEnd: true));
        }
    }

    public void Write(RevisionEvent change)
    {
        if (change.Revision <= from)
        {
            return;
        }

        bool was = change.Previous is not null && (selector.SelectsAll || selector.Matches(change.Previous));
        bool now = change.Kind != RevisionKind.Deleted && (selector.SelectsAll || selector.Matches(change.Record));
        if (now)
        {
            Send(was ? "MODIFIED"u8 : "ADDED"u8, change.Record);
        }
        else if (was)
        {
            // An object that leaves the selection is shown as it last was in it, under the revision at which it left.
            Send("DELETED"u8, change.Kind == RevisionKind.Deleted ? change.Record : change.Previous!.Restamp(change.Revision));
        }
    }

    public void Bookmark(long revision) =>
        WatchFrame.Write(_body, "BOOKMARK"u8, WatchFrame.Bookmark(request.Kind, Math.Max(revision, from), initialEventsEnd: false));

    public async ValueTask FlushAsync(CancellationToken ending)
    {
        FlushResult result = await _body.FlushAsync(ending).ConfigureAwait(false);
        if (result.IsCompleted)
        {
            throw new OperationCanceledException(request.Aborted);
        }
    }

    private void Send(ReadOnlySpan<byte> type, StoredRecord record)
    {
        WatchFrame.Write(_body, type, view is null ? ObjectForm.Bytes(request.Kind, record) : view.Event(request.Kind, record, _first).Span);
        _first = false;
    }
}
