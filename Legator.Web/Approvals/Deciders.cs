using System.Security.Claims;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Api;
using Legator.Core.Policy;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.UserPolicies;
using Legator.Core.Runs;
using Legator.Web.SignIn;

namespace Legator.Web.Approvals;

/// <summary>
/// Says who may decide approvals: who holds the people's own token, as far as UserPolicies do not say otherwise, and whom a UserPolicy makes an operator. Nobody else.
/// Runs may be started by everybody with a token, as far as UserPolicies do not say otherwise.
/// </summary>
internal sealed class Deciders(Informer<UserPolicy> policies, Informer<LegatorAgent> agents)
{
    /// <summary>Who a caller is.</summary>
    public static Person PersonOf(ClaimsPrincipal caller)
    {
        var holder = Principals.HolderOf(caller);
        return new Person($"token:{holder}", holder);
    }

    /// <summary>Whether a caller may decide on actions of an agent; of any agent at all where none is named.</summary>
    public Permission MayDecide(ClaimsPrincipal caller, AgentKey? agent = null)
    {
        var person = PersonOf(caller);
        return Unknown() ?? PersonRights.MayDecide(person, person.Name == AccessTokens.Operator ? UserRole.Admin : null, policies.All, agent is { } key ? TargetOf(key) : null);
    }

    /// <summary>Whether a caller may have an agent run; any agent at all where none is named.</summary>
    public Permission MayRun(ClaimsPrincipal caller, AgentKey? agent = null) =>
        Unknown() ?? PersonRights.MayRun(PersonOf(caller), policies.All, agent is { } key ? TargetOf(key) : null);

    /// <summary>Until all policies are known, one that keeps the caller out may be among those that are not.</summary>
    private Permission? Unknown() =>
        !policies.HasSynced ? new Permission(false, "the UserPolicies are not known yet; try again in a moment.")
        : policies.Malformed.FirstOrDefault() is { } unreadable ? new Permission(false, $"UserPolicy {unreadable.Metadata.Name} cannot be read, so nobody can say whom it keeps out.")
        : null;

    private PolicyTarget TargetOf(AgentKey key)
    {
        var agent = agents.TryGet(key.Namespace, key.Name);
        return new PolicyTarget(key.Namespace, key.Name, agent?.Spec.Guardrails.Autonomy, PolicyTarget.TagsOf(agent?.Metadata.Labels));
    }
}
