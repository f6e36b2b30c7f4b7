using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Core.Scheduling;
using Legator.Operator.Control;
using Legator.Operator.Environments;
using Legator.Operator.ModelTiers;
using Legator.Operator.Secrets;
using Legator.Operator.Skills;
using Legator.Operator.Triggers;

namespace Legator.Operator.Agents;

/// <summary>Looks at everything that an agent refers to.</summary>
internal sealed class AgentReviewer(
    Informer<LegatorEnvironment> environments,
    Informer<ModelTierConfig> configs,
    EnvironmentChecks environmentChecks,
    TierChecks tierChecks,
    SkillLibrary library,
    TriggerChecks triggerChecks,
    SecretPresence secrets)
{
    /// <summary>As <see cref="ReviewAsync"/>, for a run that is made whatever the answer is: it is not refused for what was missing a moment ago.</summary>
    public async Task<AgentReview> ReviewForRunAsync(LegatorAgent agent, CancellationToken cancellationToken)
    {
        var review = await ReviewAsync(agent, cancellationToken);
        if (review.Problem is null)
        {
            return review;
        }

        secrets.ForgetAll();
        return await ReviewAsync(agent, cancellationToken);
    }

    public async Task<AgentReview> ReviewAsync(LegatorAgent agent, CancellationToken cancellationToken)
    {
        var (environmentAspect, environment) = await EnvironmentAsync(agent, cancellationToken);
        var (modelAspect, model) = await ModelAsync(agent, cancellationToken);
        var (skillsAspect, loads) = await SkillsAsync(agent, cancellationToken);
        return new AgentReview
        {
            Environment = environmentAspect,
            FoundEnvironment = environment,
            Model = modelAspect,
            FoundModel = model,
            Skills = skillsAspect,
            FoundSkills = skillsAspect.Holds ? [.. loads.Select(load => load.Skill!)] : [],
            Pins = [.. loads.Select(load => load.Pin).OfType<SkillPin>()],
            Triggers = await triggerChecks.CheckAsync(agent, environment, cancellationToken),
            Schedule = Schedule.Parse(agent.Spec.Schedule),
            FieldProblems = AgentFields.Problems(agent.Spec),
        };
    }

    private async Task<(Aspect Aspect, LegatorEnvironment? Found)> EnvironmentAsync(LegatorAgent agent, CancellationToken cancellationToken)
    {
        var (inNamespace, name) = (agent.Metadata.Namespace ?? "", agent.Spec.EnvironmentRef);
        Aspect Fails(string reason, string message) => new(AgentConditions.EnvironmentReady, false, reason, message);

        if (environments.TryGet(inNamespace, name) is not { } environment)
        {
            var malformed = environments.Malformed.FirstOrDefault(candidate => ObjectKey.Of(candidate.Metadata) == new ObjectKey(inNamespace, name));
            return (malformed is null
                ? Fails(AgentConditions.EnvironmentNotFound, $"spec.environmentRef: there is no LegatorEnvironment '{name}' in namespace '{inNamespace}': create it, or name one that exists.")
                : Fails(AgentConditions.EnvironmentNotReady, $"LegatorEnvironment '{name}' cannot be read: {malformed.Problem}"), null);
        }

        var problems = (await environmentChecks.CheckAsync(environment, cancellationToken)).Where(problem => problem.StopsRuns).ToList();
        if (problems.Count > 0)
        {
            return (Fails(AgentConditions.EnvironmentNotReady, $"LegatorEnvironment '{name}': {string.Join("; ", problems.Select(problem => problem.Message))}."), null);
        }

        return AgentNeeds.MissingCapability(agent.Spec, environment.Spec) is { } capability ? (Fails(AgentConditions.CapabilityMissing, capability + "."), null)
            : AgentNeeds.MissingChannel(agent.Spec, environment.Spec) is { } channel ? (Fails(AgentConditions.ChannelNotFound, channel + "."), null)
            : (new Aspect(AgentConditions.EnvironmentReady, true, AgentConditions.EnvironmentFound, $"LegatorEnvironment '{name}' can be used."), environment);
    }

    private async Task<(Aspect Aspect, RunSnapshotModel? Found)> ModelAsync(LegatorAgent agent, CancellationToken cancellationToken)
    {
        Aspect Fails(string reason, string message) => new(AgentConditions.ModelReady, false, reason, message);

        if (ModelTierChoice.Config(configs.All) is not { } config)
        {
            return (Fails(AgentConditions.ModelTierConfigNotFound, "There is no ModelTierConfig: create one named default that maps the tier to a provider and a model."), null);
        }

        var tier = TierNames.Of(agent.Spec.Model.Tier);
        if (RunSnapshotModel.Of(config.Spec, agent.Spec.Model.Tier) is not { } model)
        {
            return (Fails(AgentConditions.TierNotMapped, $"spec.model.tier: ModelTierConfig '{config.Metadata.Name}' does not map tier '{tier}': add it to its spec.tiers, or ask for one that it maps."), null);
        }

        var (usable, problems) = await tierChecks.CheckAsync(config, agent.Spec.Model.Tier, [agent.Metadata.Namespace ?? ""], cancellationToken);
        var told = string.Join("; ", problems.Select(problem => problem.Message));
        return usable
            ? (new Aspect(AgentConditions.ModelReady, true, AgentConditions.ModelResolved, $"Tier '{tier}' is {model.DisplayName} by ModelTierConfig '{config.Metadata.Name}'.{(told.Length > 0 ? $" Not all that serve it can be used: {told}." : "")}"), model)
            : (Fails(problems[0].Reason, $"ModelTierConfig '{config.Metadata.Name}': {told}."), null);
    }

    private async Task<(Aspect Aspect, IReadOnlyList<SkillLoad> Loads)> SkillsAsync(LegatorAgent agent, CancellationToken cancellationToken)
    {
        var loads = new List<SkillLoad>();
        foreach (var reference in agent.Spec.Skills)
        {
            loads.Add(await library.LoadAsync(agent, reference, cancellationToken));
        }

        var failed = loads.Index().Where(entry => entry.Item.Skill is null).Select(entry => $"spec.skills[{entry.Index}] ({agent.Spec.Skills[entry.Index].Name}): {string.Join("; ", entry.Item.Problems)}").ToList();
        return (failed.Count == 0 && loads.Count > 0
            ? new Aspect(AgentConditions.SkillsReady, true, AgentConditions.SkillsLoaded, $"Loaded: {string.Join(", ", loads.Select(Told))}.")
            : new Aspect(AgentConditions.SkillsReady, false, Reason(loads), failed.Count == 0 ? "spec.skills: is empty: name at least one skill." : string.Join("; ", failed) + "."), loads);
    }

    private static string Told(SkillLoad load) =>
        load.Pin is null ? load.Skill!.Name : $"{load.Skill!.Name} at {load.Pin.Resolved}{(load.Note is null ? "" : $" ({load.Note})")}";

    /// <summary>Of several that cannot be used, one that is still being fetched counts last: it may be right in a moment.</summary>
    private static string Reason(IReadOnlyList<SkillLoad> loads) =>
        loads.Where(load => load.Skill is null).OrderBy(load => load.Reason == SkillLoad.Pending).FirstOrDefault()?.Reason ?? SkillLoad.NotFound;
}
