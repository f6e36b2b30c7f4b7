using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Resources.Agents;
using Legator.Web.Api;

namespace Legator.Web.Catalog;

/// <summary>Finds agents.</summary>
internal sealed class AgentCatalog(Informer<LegatorAgent> agents, ResourceClient<LegatorAgent> client)
{
    public AgentList List(ListRequest request)
    {
        var all = agents.All
            .Where(a => request.Namespace is null || a.Metadata.Namespace == request.Namespace)
            .OrderBy(a => a.Metadata.Name, StringComparer.Ordinal).ThenBy(a => a.Metadata.Namespace, StringComparer.Ordinal)
            .ToList();
        var page = all.Where(a => request.After is null || IsAfter(a, request.After)).Take(request.Limit + 1).ToList();
        var more = page.Count > request.Limit;
        page = more ? page[..request.Limit] : page;
        var last = more ? page[^1].Metadata : null;
        return new AgentList(
            [.. page.Select(AgentSummaries.Of)],
            all.Count,
            last is null ? null : new PageCursor(null, last.Name!, last.Namespace!).ToString());
    }

    /// <summary>Gets an agent as it is stored now.</summary>
    /// <exception cref="ApiException">There is none, or several in different namespaces.</exception>
    public async Task<LegatorAgent> GetAsync(string? inNamespace, string name, CancellationToken cancellationToken)
    {
        var place = inNamespace ?? NameLookup.TheOnly("agent", name, [.. agents.All.Where(a => a.Metadata.Name == name).Select(a => a.Metadata.Namespace!)]);
        return await client.GetAsync(place, name, cancellationToken)
            ?? throw ApiException.NotFound($"There is no agent '{name}' in namespace '{place}'.");
    }

    private static bool IsAfter(LegatorAgent agent, PageCursor cursor)
    {
        var byName = string.CompareOrdinal(agent.Metadata.Name, cursor.Name);
        return byName > 0 || (byName == 0 && string.CompareOrdinal(agent.Metadata.Namespace, cursor.Namespace) > 0);
    }
}
