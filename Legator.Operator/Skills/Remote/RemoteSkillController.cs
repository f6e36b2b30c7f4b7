using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Backends.SkillSources;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Core.Skills.Remote;
using Legator.Operator.Control;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Skills.Remote;

/// <summary>Looks at the git repositories and registries that agents name, in a queue of its own, so that nothing else waits for one that does not answer. Writes only copies: what an agent is pinned to stands in its status, which the agents' controller writes.</summary>
internal sealed class RemoteSkillController(
    Informer<LegatorAgent> agents,
    SkillFetcher fetcher,
    SkillCopies copies,
    SkillLooks looks,
    IOptions<OperatorOptions> options,
    IOptions<SkillSourceOptions> sources,
    TimeProvider time) : IController
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    public string Name => "skills";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return agents.Subscribe(change =>
        {
            if (!change.IsResync && (change.Old?.Metadata.Uid != change.New?.Metadata.Uid || change.Old?.Metadata.Generation != change.New?.Metadata.Generation))
            {
                queue.Add(change.Key);
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var agent = options.Value.Includes(key.Namespace) ? agents.TryGet(key.Namespace, key.Name) : null;
        var remote = Remote(agent);
        if (agent is null || remote.Count == 0)
        {
            looks.Keep(key, null);
            return ReconcileResult.Done;
        }

        var found = await Task.WhenAll(remote.Select(async skill => (skill.Reference, Look: await LookAsync(agent, skill.Reference, skill.Source, cancellationToken))));
        looks.Keep(key, new AgentSkillLooks(found.ToDictionary(item => item.Reference, item => item.Look)));
        await copies.SweepAsync(key.Namespace, cancellationToken);
        var interval = sources.Value.LookInterval;
        return ReconcileResult.After(found.Any(item => item.Look.Problem is not null) && LookAgain < interval ? LookAgain : interval);
    }

    private static List<(SkillRef Reference, SkillSource Source)> Remote(LegatorAgent? agent) =>
    [
        .. (agent?.Spec.Skills ?? []).Distinct().Select(reference => (reference, SkillSource.TryParse(reference, out _)))
            .Where(skill => skill.Item2 is { IsRemote: true }).Select(skill => (skill.reference, skill.Item2!)),
    ];

    private async Task<SkillLook> LookAsync(LegatorAgent agent, SkillRef reference, SkillSource source, CancellationToken cancellationToken)
    {
        var inNamespace = agent.Metadata.Namespace ?? "";
        var pin = SkillPins.Of(agent, reference);
        var isKept = pin is not null && await copies.LoadAsync(inNamespace, pin.Copy, cancellationToken) is not null;
        try
        {
            // A commit and a digest stay what they are: with a copy at hand nobody has to be asked again.
            var resolved = isKept && (source.Git?.IsCommit ?? source.Registry!.Digest is not null)
                ? pin!.Resolved
                : await fetcher.ResolveAsync(inNamespace, reference, source, cancellationToken);
            if (isKept && (resolved == pin!.Resolved || reference.Updates is not SkillUpdates.Follow))
            {
                return new SkillLook { At = time.GetUtcNow(), Resolved = resolved };
            }

            var wanted = pin is not null && reference.Updates is not SkillUpdates.Follow ? pin.Resolved : resolved;
            var files = await fetcher.FilesAsync(inNamespace, reference, source, wanted, cancellationToken);
            var copy = await copies.SaveAsync(inNamespace, reference, wanted, files, cancellationToken);
            return new SkillLook { At = time.GetUtcNow(), Resolved = wanted, Files = files, Copy = copy };
        }
        catch (SkillSourceException e)
        {
            return new SkillLook { At = time.GetUtcNow(), Problem = e.Message, Refused = e.Refused };
        }
    }
}
