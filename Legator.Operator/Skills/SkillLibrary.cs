using System.Collections.Concurrent;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Operator.Skills.Remote;

namespace Legator.Operator.Skills;

/// <summary>Loads skills as agents name them. A text is read and validated once per version of its ConfigMap.</summary>
internal sealed class SkillLibrary(ResourceClient<ConfigMap> configMaps, Informer<ConfigMapHead> heads, RemoteSkills remote)
{
    private const int MostRemembered = 5000;
    private readonly ConcurrentDictionary<SkillCacheKey, SkillReading> _readings = new();

    /// <summary>The ConfigMap that a reference names; null where it names none.</summary>
    public static string? ConfigMapOf(SkillRef reference) =>
        SkillSource.TryParse(reference, out _) is { Kind: SkillSourceKind.ConfigMap } source ? source.Name : null;

    /// <summary>Loads a skill that an agent refers to.</summary>
    public async Task<SkillLoad> LoadAsync(LegatorAgent agent, SkillRef reference, CancellationToken cancellationToken)
    {
        var inNamespace = agent.Metadata.Namespace ?? "";
        if (SkillSource.TryParse(reference, out var problem) is not { } source)
        {
            return SkillLoad.Failed(SkillLoad.InvalidSource, problem!);
        }

        if (source.IsRemote)
        {
            return await remote.LoadAsync(agent, reference, cancellationToken);
        }

        if (source.Kind == SkillSourceKind.Bundled)
        {
            return BundledSkills.Find(source.Name, out problem) is { } bundled
                ? SkillLoad.Of(Read(new SkillCacheKey("", source.Name, "", "", reference), bundled))
                : SkillLoad.Failed(SkillLoad.NotFound, problem!);
        }

        if (heads.TryGet(inNamespace, source.Name) is not { } head)
        {
            return SkillLoad.Failed(SkillLoad.NotFound, $"there is no ConfigMap '{source.Name}' in namespace '{inNamespace}': create it, or name one that exists");
        }

        return await FromConfigMapAsync(new SkillCacheKey(inNamespace, source.Name, source.Key, head.Metadata.ResourceVersion ?? "", reference), cancellationToken);
    }

    private async Task<SkillLoad> FromConfigMapAsync(SkillCacheKey key, CancellationToken cancellationToken)
    {
        if (_readings.TryGetValue(key, out var known))
        {
            return SkillLoad.Of(known);
        }

        var map = await configMaps.GetAsync(key.Namespace, key.Name, cancellationToken);
        return SkillFiles.FromConfigMap(key.Name, map?.Data, key.Field, out var problem) is { } files
            ? SkillLoad.Of(Read(key with { Version = map!.Metadata.ResourceVersion ?? "" }, files))
            : SkillLoad.Failed(SkillLoad.Invalid, problem!);
    }

    private SkillReading Read(SkillCacheKey key, SkillFiles files)
    {
        if (_readings.Count >= MostRemembered)
        {
            _readings.Clear();
        }

        return _readings.GetOrAdd(key, _ => SkillReader.Read(key.Reference, files));
    }
}
