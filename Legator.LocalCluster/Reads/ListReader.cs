using System.Globalization;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Reads;

/// <summary>Answers a list query from the store: one consistent page, filtered, with the token of the next.</summary>
internal sealed class ListReader(ObjectStore store)
{
    private const string TooOld =
        "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the "
        + "continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects "
        + "that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.";

    public (IReadOnlyList<StoredRecord> Records, ListMeta Meta) Read(ApiRequest request, ListQuery query)
    {
        RequireReached(query.Revision);
        if (query.Selector.ExactName is { } name && request.Kind.Namespaced == (request.Namespace.Length > 0))
        {
            return One(request, query, name);
        }

        bool paged = query.Limit > 0 && query.Selector.SelectsAll;
        RevisionPage page = Page(request, query, paged ? query.Limit : 0);
        return paged || query.Selector.SelectsAll ? Whole(page, query) : Filtered(page, query);
    }

    private (IReadOnlyList<StoredRecord> Records, ListMeta Meta) One(ApiRequest request, ListQuery query, string name)
    {
        long revision = store.Revisions.Revision;
        StoredRecord? record = store.Find(request.Kind, request.Namespace, name);
        return (record is not null && query.Selector.Matches(record) ? [record] : [], new ListMeta(Math.Max(revision, record?.Revision ?? 0), "", 0));
    }

    private RevisionPage Page(ApiRequest request, ListQuery query, int limit)
    {
        string collection = request.Kind.Collection;
        string prefix = ObjectStore.Prefix(request.Kind, request.Namespace);
        RevisionStore revisions = store.Revisions;
        if (query.Continue is not { } token)
        {
            return query.Exact ? At(query.Revision, null) : revisions.Read(collection, prefix, null, limit);
        }

        return token.Revision < 0 ? revisions.Read(collection, prefix, token.After, limit) : At(token.Revision, token);

        RevisionPage At(long revision, ContinueToken? start)
        {
            try
            {
                return revisions.ReadAt(revision, collection, prefix, start?.After, limit);
            }
            catch (RevisionCompactedException)
            {
                throw start is null
                    ? ApiErrors.Expired("The resourceVersion for the provided list is too old.")
                    : new ApiException(410, "Expired", TooOld) { Continue = (start with { Revision = -1 }).Encode() };
            }
        }
    }

    private static (IReadOnlyList<StoredRecord> Records, ListMeta Meta) Whole(RevisionPage page, ListQuery query)
    {
        string next = page.Remaining > 0 ? Next(page, query, page.Records[^1]) : "";
        return (page.Records, new ListMeta(page.Revision, next, page.Remaining));
    }

    private static (IReadOnlyList<StoredRecord> Records, ListMeta Meta) Filtered(RevisionPage page, ListQuery query)
    {
        List<StoredRecord> found = [];
        foreach (StoredRecord record in page.Records)
        {
            if (!query.Selector.Matches(record))
            {
                continue;
            }

            // One more match than asked for proves that there is a next page; how many more is not counted, as in Kubernetes.
            if (query.Limit > 0 && found.Count == query.Limit)
            {
                return (found, new ListMeta(page.Revision, Next(page, query, found[^1]), 0));
            }

            found.Add(record);
        }

        return (found, new ListMeta(page.Revision, "", 0));
    }

    private static string Next(RevisionPage page, ListQuery query, StoredRecord last) =>
        new ContinueToken(query.Continue is { Revision: < 0 } ? -1 : page.Revision, last.Name).Encode();

    private void RequireReached(long revision)
    {
        long current = store.Revisions.Revision;
        if (revision > current)
        {
            throw new ApiException(504, "Timeout", string.Create(CultureInfo.InvariantCulture, $"Too large resource version: {revision}, current: {current}"))
            {
                Causes = [new StatusCause("ResourceVersionTooLarge", "Too large resource version", "")],
                RetryAfterSeconds = 1,
            };
        }
    }
}
