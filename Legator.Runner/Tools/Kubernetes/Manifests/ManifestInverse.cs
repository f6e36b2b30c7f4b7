using Legator.Core.Rollbacks;
using Legator.Runner.Tools.Kubernetes.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>How an apply is taken back: what it makes is deleted, what it changes is put back, the last object first.</summary>
internal static class ManifestInverse
{
    public static async Task<ActionRollback> OfAsync(Manifest manifest, bool force, CancellationToken cancellationToken)
    {
        var steps = new List<RollbackStep>();
        foreach (var item in manifest.Objects.Reverse())
        {
            var before = await item.Target.GetAsync(cancellationToken);
            var after = await item.ApplyAsync(force, rehearse: true, cancellationToken);
            if (before is null)
            {
                steps.Add(Inverse.OfCreation(item.Target, item.Body, after));
            }
            else if (ObjectDifference.Of(before, after).Count > 0)
            {
                var found = ObjectInverse.Of(item.Target, before, after);
                if (found.Steps.Count == 0)
                {
                    // A part of it would leave the objects in a state in which nobody ever had them.
                    return found;
                }

                steps.AddRange(found.Steps);
            }
        }

        return steps.Count == 0 ? ActionRollback.None("The cluster held what the manifest says already, so there is nothing to take back.") : ActionRollback.By(steps);
    }
}
