using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Runs;
using Legator.Core.Skills;

namespace Legator.Cli.Validation;

/// <summary>Looks whether the given objects fit together. What is not among them may be in the cluster, so it is only told of.</summary>
/// <param name="all">Everything that was given.</param>
/// <param name="folders">Skills in folders that were given.</param>
internal sealed class CrossChecks(IReadOnlyList<Manifest> all, IReadOnlyList<Skill> folders)
{
    public void Look()
    {
        foreach (var twice in all.GroupBy(manifest => (manifest.Kind, manifest.Namespace, manifest.Name)).Where(group => group.Key.Name.Length > 0 && group.Count() > 1))
        {
            foreach (var again in twice.Skip(1))
            {
                again.Warn("metadata.name", $"there is a {again.Title} in {twice.First().File} already: the one that is applied last would take its place");
            }
        }

        foreach (var manifest in all.Where(manifest => manifest is { Kind: nameof(LegatorAgent), IsSound: true }).ToList())
        {
            LookAtAgent(manifest, manifest.As<LegatorAgent>()!.Spec);
        }
    }

    private void LookAtAgent(Manifest manifest, LegatorAgentSpec agent)
    {
        LookAtEnvironment(manifest, agent);
        LookAtModel(manifest, agent);
        var skills = agent.Skills.Select((reference, index) => Skill(manifest, reference, index)).ToList();
        if (skills.TrueForAll(skill => skill is not null))
        {
            LookAtAllowedActions(manifest, agent, skills!);
        }
    }

    private void LookAtEnvironment(Manifest manifest, LegatorAgentSpec agent)
    {
        const string Field = "spec.environmentRef";
        var named = all.Where(other => other.Kind == nameof(LegatorEnvironment) && other.Name == agent.EnvironmentRef).ToList();
        if (named.Find(other => other.IsCalled(agent.EnvironmentRef, manifest)) is not { } found)
        {
            if (named.Count > 0)
            {
                manifest.Problem(Field, $"LegatorEnvironment '{agent.EnvironmentRef}' is in namespace '{named[0].Namespace}', and an agent works on one of its own namespace, '{manifest.Namespace}'");
            }
            else
            {
                manifest.Warn(Field, $"no LegatorEnvironment '{agent.EnvironmentRef}' is among these files, so nobody looked whether the agent fits it");
            }

            return;
        }

        if (found.IsSound && found.As<LegatorEnvironment>() is { } environment)
        {
            foreach (var problem in new[] { AgentNeeds.MissingCapability(agent, environment.Spec), AgentNeeds.MissingChannel(agent, environment.Spec) }.OfType<string>())
            {
                var colon = problem.IndexOf(':', StringComparison.Ordinal);
                manifest.Problem(problem[..colon], problem[(colon + 2)..]);
            }
        }
    }

    private void LookAtModel(Manifest manifest, LegatorAgentSpec agent)
    {
        var configs = all.Where(other => other.Kind == nameof(ModelTierConfig)).ToList();
        if (configs.Count > 0 && configs.TrueForAll(config => config.IsSound && RunSnapshotModel.Of(config.As<ModelTierConfig>()!.Spec, agent.Model.Tier) is null))
        {
            manifest.Problem("spec.model.tier", $"no ModelTierConfig among these files maps the tier '{Output.Wire.Name(agent.Model.Tier)}': add it to spec.tiers of {string.Join(" or ", configs.Select(config => config.Name))}, or ask for one that is mapped");
        }
    }

    private Skill? Skill(Manifest manifest, SkillRef reference, int index)
    {
        if (SkillSource.TryParse(reference, out _) is not { } source)
        {
            return null;
        }

        if (source.Kind == SkillSourceKind.Bundled)
        {
            return BundledSkills.Find(source.Name, out _) is { } bundled ? SkillReader.Read(reference, bundled).Skill : null;
        }

        if (source.Kind == SkillSourceKind.ConfigMap && all.FirstOrDefault(other => other.Kind == "ConfigMap" && other.IsCalled(source.Name, manifest)) is { } map)
        {
            var data = (map.Body["data"] as System.Text.Json.Nodes.JsonObject ?? []).ToDictionary(field => field.Key, field => field.Value?.ToString() ?? "");
            if (SkillFiles.FromConfigMap(source.Name, data, source.Key, out var problem) is { } files)
            {
                return SkillReader.Read(reference, files).Skill;
            }

            manifest.Problem($"spec.skills[{index}].source", problem!);
            return null;
        }

        // A skill in a folder has the name that its agent will call it by, wherever it is put.
        return folders.FirstOrDefault(folder => folder.Name == reference.Name) ?? Missing(manifest, reference, source, index);
    }

    private static Skill? Missing(Manifest manifest, SkillRef reference, SkillSource source, int index)
    {
        manifest.Warn(
            $"spec.skills[{index}].source",
            source.IsRemote ? $"'{reference.Source}' is elsewhere, so nobody looked at it" : $"no ConfigMap '{source.Name}' and no folder of a skill '{reference.Name}' is among these files, so nobody looked at it");
        return null;
    }

    /// <summary>What no skill declares is refused anyway: a pattern for it is a mistake, or a skill lacks something.</summary>
    private static void LookAtAllowedActions(Manifest manifest, LegatorAgentSpec agent, IReadOnlyList<Skill> skills)
    {
        var tools = skills.SelectMany(skill => skill.Actions?.Actions ?? []).Select(action => action.Tool).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var (index, pattern) in agent.Guardrails.AllowedActions.Index())
        {
            var tool = pattern.Split(' ')[0];
            if (!tools.Exists(declared => Meet(tool, declared) || Meet(declared, tool)))
            {
                manifest.Warn($"spec.guardrails.allowedActions[{index}]", $"'{pattern}' stands for nothing that the agent's skills declare ({string.Join(", ", tools.Order(StringComparer.Ordinal))}): it allows nothing");
            }
        }
    }

    private static bool Meet(string pattern, string tool) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, tool, ignoreCase: true);
}
