using System.Text.Json;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.UserPolicies;
using Legator.Operator.Control;

namespace Legator.Operator.UserPolicies;

/// <summary>Observes UserPolicies; writes whether each counts, and why not.</summary>
internal sealed class UserPolicyController(Informer<UserPolicy> policies, StatusWriter<UserPolicy> writer, TimeProvider time) : IController
{
    public string Name => "userpolicies";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        yield return policies.Subscribe(change => queue.Add(change.Key, change.IsResync ? WorkPriority.Low : WorkPriority.Normal));
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (policies.TryGet(null, key.Name) is not { } cached)
        {
            await writer.ReportMalformedAsync(policies, key, conditions => new { ready = false, conditions }, cancellationToken);
            return ReconcileResult.Done;
        }

        var policy = writer.Freshest(cached);
        await writer.WriteAsync(cached, policy.Status, Status(policy), cancellationToken);
        return ReconcileResult.Done;
    }

    private UserPolicyStatus Status(UserPolicy policy)
    {
        var problems = UserPolicyFields.Of(policy.Spec);
        var ready = problems.Count == 0
            ? new Aspect("Ready", true, "Validated", "The policy counts.")
            : new Aspect("Ready", false, "InvalidSpec", string.Join("; ", problems) + ".");
        return new UserPolicyStatus
        {
            Ready = ready.Holds,
            ObservedGeneration = policy.Metadata.Generation,
            EffectiveRole = ready.Holds ? JsonNamingPolicy.CamelCase.ConvertName(policy.Spec.Role.ToString()) : null,
            MatchedSubjects = policy.Spec.Subjects.Count,
            ValidationErrors = problems,
            Conditions = ConditionList.Build(policy.Status?.Conditions, [ready], policy.Metadata.Generation, time.GetUtcNow()),
        };
    }
}
