using System.Collections.Concurrent;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;

namespace Legator.Operator.Skills.Remote;

/// <summary>Copies of fetched skills, as ConfigMaps beside the agents and named after the texts in them: a source that is down stops nobody, and a copy that somebody changed is not taken.</summary>
internal sealed class SkillCopies(ResourceClient<ConfigMap> configMaps, Informer<LegatorAgent> agents, TimeProvider time)
{
    private const string Prefix = "legator-skill-";
    private const int MostRemembered = 1000;
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private static readonly ListQuery Ours = new() { LabelSelector = $"{LegatorApi.SkillCopyLabel}=true" };
    private readonly ConcurrentDictionary<ObjectKey, SkillFiles> _known = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _swept = new(StringComparer.Ordinal);

    /// <summary>Name of the copy of some files.</summary>
    public static string NameOf(SkillFiles files) => Prefix + files.Fingerprint()[..40];

    /// <summary>Keeps a copy; one that is there already is as good.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> SaveAsync(string inNamespace, SkillRef reference, string resolved, SkillFiles files, CancellationToken cancellationToken)
    {
        var name = NameOf(files);
        _known.TryRemove(new ObjectKey(inNamespace, name), out _);
        if (await LoadAsync(inNamespace, name, cancellationToken) is not null)
        {
            return name;
        }

        // What has the name and not the texts was not made here.
        await configMaps.DeleteAsync(inNamespace, name, cancellationToken);
        try
        {
            await configMaps.CreateAsync(Compose(inNamespace, name, reference, resolved, files), cancellationToken);
        }
        catch (ClusterException e) when (e.IsAlreadyExists)
        {
            // Another agent's look made it.
        }

        return name;
    }

    /// <summary>A copy; null when it is gone, or is not what it was.</summary>
    public async Task<SkillFiles?> LoadAsync(string inNamespace, string name, CancellationToken cancellationToken)
    {
        var key = new ObjectKey(inNamespace, name);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var map = await configMaps.GetAsync(inNamespace, name, cancellationToken);
        if (SkillFiles.FromConfigMap(name, map?.Data, SkillFiles.MarkdownName, out _) is not { } files || NameOf(files) != name)
        {
            return null;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        return _known[key] = files;
    }

    /// <summary>Removes, once an hour, the copies of a namespace that no agent is pinned to.</summary>
    public async Task SweepAsync(string inNamespace, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_swept.TryGetValue(inNamespace, out var last) && now - last < Grace)
        {
            return;
        }

        _swept[inNamespace] = now;
        var used = agents.All.Where(agent => agent.Metadata.Namespace == inNamespace).SelectMany(agent => agent.Status?.Skills ?? []).Select(pin => pin.Copy).ToHashSet(StringComparer.Ordinal);
        foreach (var copy in (await configMaps.ListAsync(inNamespace, Ours, cancellationToken)).Items)
        {
            if (copy.Metadata.Name is { } name && !used.Contains(name) && now - copy.Metadata.CreationTimestamp > Grace)
            {
                _known.TryRemove(new ObjectKey(inNamespace, name), out _);
                await configMaps.DeleteAsync(inNamespace, name, cancellationToken);
            }
        }
    }

    private static ConfigMap Compose(string inNamespace, string name, SkillRef reference, string resolved, SkillFiles files)
    {
        var data = new Dictionary<string, string> { [SkillFiles.MarkdownName] = files.Markdown };
        if (files.Actions is { } actions)
        {
            data[SkillFiles.ActionsName] = actions;
        }

        if (files.Rehearsal is { } rehearsal)
        {
            data[SkillFiles.RehearsalName] = rehearsal;
        }

        return new ConfigMap
        {
            Metadata = new ObjectMeta
            {
                Name = name,
                Namespace = inNamespace,
                Labels = new Dictionary<string, string> { [LegatorApi.SkillCopyLabel] = "true" },
                Annotations = new Dictionary<string, string> { [LegatorApi.SkillSourceAnnotation] = reference.Source, [LegatorApi.SkillResolvedAnnotation] = resolved },
            },
            Immutable = true,
            Data = data,
        };
    }
}
