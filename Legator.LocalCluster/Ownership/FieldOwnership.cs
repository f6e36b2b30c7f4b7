using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Writes;

namespace Legator.LocalCluster.Ownership;

/// <summary>Keeps metadata.managedFields: who set which field, by update or by apply.</summary>
internal sealed class FieldOwnership
{
    private const int MaxUpdaters = 10;

    /// <summary>Gives a new object's fields to its creator.</summary>
    public void Created(ResourceKind kind, JsonObject resource, WriteIntent intent, string now)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        if (intent.Applied)
        {
            return;
        }

        FieldComparison comparison = FieldComparison.Of(null, resource, kind.Shape, "", kind.HasStatus);
        if (comparison.Added.IsEmpty)
        {
            metadata.Remove("managedFields");
            return;
        }

        ManagerEntry entry = new(intent.Manager, ManagerEntry.Update, intent.ApiVersion, "", now, comparison.Added);
        metadata["managedFields"] = new JsonArray(entry.ToJson());
    }

    /// <summary>Moves ownership after an update; false when nothing changed at all.</summary>
    public bool Updated(ResourceKind kind, JsonObject wanted, JsonObject live, WriteIntent intent, string now)
    {
        JsonObject metadata = ObjectMeta.Of(wanted);
        JsonNode? liveManaged = ObjectMeta.Of(live)["managedFields"];
        bool same = SameButManagers(wanted, live);
        if (intent.Applied)
        {
            return !same || !SameManagers(Read(metadata["managedFields"]), Read(liveManaged));
        }

        JsonNode? given = metadata["managedFields"];
        bool reset = given is JsonArray { Count: 1 } only && only[0] is JsonObject { Count: 0 };
        if (same && !reset && (given is null or JsonArray { Count: 0 } || JsonNode.DeepEquals(given, liveManaged)))
        {
            return false;
        }

        List<ManagerEntry> managers = reset ? [] : Read(given is JsonArray { Count: > 0 } ? given : liveManaged);
        FieldComparison comparison = FieldComparison.Of(live, wanted, kind.Shape, intent.Subresource, kind.HasStatus);
        Write(metadata, reset ? [] : AfterUpdate(managers, comparison, intent, now));
        return true;
    }

    /// <summary>Applies a configuration: the merged object with its new managers, or a conflict.</summary>
    public JsonObject Apply(ResourceKind kind, JsonObject live, JsonObject configuration, WriteIntent intent, bool force, string now)
    {
        FieldShape shape = kind.Shape;
        List<ManagerEntry> managers = Read(ObjectMeta.Of(live)["managedFields"]);
        FieldSet claimed = AppliedFields.Of(configuration, shape, intent.Subresource, kind.HasStatus);
        ManagerEntry? last = managers.Find(m => m.Is(intent.Manager, ManagerEntry.Apply, "", intent.Subresource));
        JsonObject merged = (JsonObject)ConfigurationMerge.Merge(live.DeepClone(), configuration, shape)!;
        if (last is not null)
        {
            FieldSet kept = managers.Where(m => m != last).Aggregate(claimed, (all, m) => all.Union(m.Fields));
            ConfigurationMerge.Prune(merged, last.Fields.Except(claimed), kept, shape);
            managers.Remove(last);
        }

        FieldComparison comparison = FieldComparison.Of(live, merged, shape, intent.Subresource, kind.HasStatus);
        LastApplied? clientSide = LastApplied.Of(live, kind, intent);
        managers = Settle(managers, comparison, force, clientSide?.Fields);
        if (!claimed.IsEmpty)
        {
            string time = comparison.IsSame ? last?.Time ?? "" : now;
            managers.Add(new ManagerEntry(intent.Manager, ManagerEntry.Apply, intent.ApiVersion, intent.Subresource, time, claimed));
        }

        clientSide?.Renew(merged, configuration);
        Write(ObjectMeta.Of(merged), managers);
        return merged;
    }

    private static List<ManagerEntry> AfterUpdate(List<ManagerEntry> managers, FieldComparison comparison, WriteIntent intent, string now)
    {
        FieldSet taken = comparison.Added.Union(comparison.Modified);
        FieldSet lost = taken.Union(comparison.Removed);
        List<ManagerEntry> left = [];
        ManagerEntry? self = null;
        foreach (ManagerEntry manager in managers)
        {
            if (manager.Is(intent.Manager, ManagerEntry.Update, intent.ApiVersion, intent.Subresource))
            {
                self = manager;
            }
            else
            {
                left.Add(manager with { Fields = manager.Fields.Except(lost) });
            }
        }

        FieldSet own = (self?.Fields ?? new FieldSet()).Except(comparison.Removed).Union(taken);
        left.Add(new ManagerEntry(
            intent.Manager, ManagerEntry.Update, intent.ApiVersion, intent.Subresource, taken.IsEmpty && self is not null ? self.Time : now, own));
        left.RemoveAll(m => m.Fields.IsEmpty);
        return Capped(left);
    }

    /// <summary>Takes what the comparison changes away from the others; without force, what they would lose is a conflict unless it was the manager's own before.</summary>
    private static List<ManagerEntry> Settle(List<ManagerEntry> others, FieldComparison comparison, bool force, FieldSet? own)
    {
        FieldSet taken = comparison.Added.Union(comparison.Modified);
        FieldSet contested = own is null ? taken : taken.Except(own);
        List<(ManagerEntry Manager, string Path)> conflicts =
            [.. others.SelectMany(m => m.Fields.Intersect(contested).Paths().Select(p => (m, p)))];
        if (conflicts.Count > 0 && !force)
        {
            throw Conflict(conflicts);
        }

        FieldSet lost = taken.Union(comparison.Removed);
        return [.. others.Select(m => m with { Fields = m.Fields.Except(lost) }).Where(m => !m.Fields.IsEmpty)];
    }

    private static ApiException Conflict(List<(ManagerEntry Manager, string Path)> conflicts)
    {
        string text = conflicts.Count == 1
            ? $"Apply failed with 1 conflict: conflict with {conflicts[0].Manager}: {conflicts[0].Path}"
            : $"Apply failed with {conflicts.Count} conflicts: " + string.Join('\n', conflicts
                .GroupBy(c => c.Manager.ToString(), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => g.Select(c => "- " + c.Path).Prepend($"conflicts with {g.Key}:")));
        return new ApiException(409, "Conflict", text)
        {
            Causes = [.. conflicts.Select(c => new StatusCause("FieldManagerConflict", $"conflict with {c.Manager}", c.Path))],
        };
    }

    // Many short-lived updaters would make the list grow without end; the oldest are folded into one.
    private static List<ManagerEntry> Capped(List<ManagerEntry> managers)
    {
        List<ManagerEntry> updaters = [.. managers.Where(m => m.Operation == ManagerEntry.Update).OrderBy(m => m.Time, StringComparer.Ordinal)];
        if (updaters.Count <= MaxUpdaters)
        {
            return managers;
        }

        ManagerEntry[] oldest = [.. updaters.Take(updaters.Count - MaxUpdaters + 1)];
        managers.RemoveAll(m => oldest.Contains(m));
        managers.Insert(0, oldest[0] with
        {
            Manager = "ancient-changes",
            Time = oldest[^1].Time,
            Fields = oldest.Aggregate(new FieldSet(), (all, m) => all.Union(m.Fields)),
        });
        return managers;
    }

    private static bool SameButManagers(JsonObject wanted, JsonObject live)
    {
        foreach ((string field, JsonNode? value) in wanted)
        {
            if (field != "metadata" && !JsonNode.DeepEquals(value, live[field]))
            {
                return false;
            }
        }

        return live.All(p => wanted.ContainsKey(p.Key)) && SameMetadata(ObjectMeta.Of(wanted), ObjectMeta.Of(live));
    }

    private static bool SameMetadata(JsonObject wanted, JsonObject live) =>
        wanted.Select(p => p.Key).Union(live.Select(p => p.Key)).All(f => f == "managedFields" || JsonNode.DeepEquals(wanted[f], live[f]));

    private static bool SameManagers(List<ManagerEntry> a, List<ManagerEntry> b) =>
        a.Count == b.Count && a.All(x => b.Any(y => x.Is(y.Manager, y.Operation, y.ApiVersion, y.Subresource) && x.Fields.SameAs(y.Fields)));

    private static List<ManagerEntry> Read(JsonNode? managed) =>
        [.. (managed as JsonArray ?? []).Select(ManagerEntry.Read).OfType<ManagerEntry>()];

    private static void Write(JsonObject metadata, List<ManagerEntry> managers)
    {
        if (managers.Count == 0)
        {
            metadata.Remove("managedFields");
        }
        else
        {
            metadata["managedFields"] = new JsonArray([.. managers
                .OrderBy(m => m.Operation, StringComparer.Ordinal).ThenBy(m => m.Time, StringComparer.Ordinal).ThenBy(m => m.Manager, StringComparer.Ordinal)
                .ThenBy(m => m.ApiVersion, StringComparer.Ordinal).ThenBy(m => m.Subresource, StringComparer.Ordinal)
                .Select(m => (JsonNode)m.ToJson())]);
        }
    }
}
