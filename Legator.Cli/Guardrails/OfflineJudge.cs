using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Cli.Guardrails;

/// <summary>The whole chain, as a run of the agent would ask it for its first call: nothing done yet, nothing approved yet, people can be asked.</summary>
internal sealed class OfflineJudge(LegatorAgent agent, LegatorEnvironment? environment, IReadOnlyList<Skill> skills, TimeProvider clock)
{
    private readonly GuardrailPolicy _policy = GuardrailPolicy.Of(agent.Spec.Guardrails);
    private readonly ActionSheetIndex _sheet = ActionSheetIndex.Build(skills.SelectMany(s => s.Actions?.Declare(s.Name) ?? []));
    private readonly EnvironmentFacts _facts = EnvironmentFacts.Of(environment?.Spec ?? new LegatorEnvironmentSpec(), skills.SelectMany(s => s.ProtectionClasses ?? []));
    private readonly RunLimits _limits = RunLimits.Of(agent.Spec.Guardrails, new RunSnapshotLimits());

    public static OfflineJudge Load(string agentFile, string? environmentFile, IReadOnlyList<string> skillFolders, CliEnvironment environment)
    {
        var documents = ResourceFile.Read(agentFile, environment);
        var agent = ResourceFile.Single<LegatorAgent>(documents, agentFile)
            ?? throw new CliException($"{agentFile}: there is no LegatorAgent in it");
        var site = environmentFile is null
            ? ResourceFile.All<LegatorEnvironment>(documents, agentFile).FirstOrDefault(e => e.Metadata.Name == agent.Spec.EnvironmentRef)
            : ResourceFile.Single<LegatorEnvironment>(ResourceFile.Read(environmentFile, environment), environmentFile)
                ?? throw new CliException($"{environmentFile}: there is no LegatorEnvironment in it");
        var problems = SiteProtection.Problems("spec.protectionClasses", site?.Spec.ProtectionClasses ?? []).ToList();
        if (problems.Count > 0)
        {
            throw new CliException($"{environmentFile ?? agentFile}: {string.Join("; ", problems)}");
        }

        return new OfflineJudge(agent, site, SkillFolders.Load(agent, skillFolders, environment), environment.Clock);
    }

    public Verdict Judge(ToolCall call)
    {
        var found = StandardClassifiers.Classify(call.Tool, call.Arguments, _facts.ForClassifiers());
        return StandardChain.Instance.Judge(new GuardrailInput
        {
            Tool = call.Tool,
            Digest = ActionDigest.Of(call.Tool, call.Arguments),
            Problem = found.Problem,
            Actions = found.Actions,
            Line = CallText.Of(call.Tool, call.Arguments),
            Policy = _policy,
            Sheet = _sheet,
            Environment = _facts,
            Limits = _limits,
            Now = clock.GetUtcNow(),
            PeopleCanDecide = true,
        });
    }
}
