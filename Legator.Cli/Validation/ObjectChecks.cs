using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Schema;
using Legator.Core.Resources.UserPolicies;
using Legator.Core.Scheduling;
using Legator.Core.Skills;
using Legator.Core.Triggers;

namespace Legator.Cli.Validation;

/// <summary>Looks at each object by itself: first as an API server does, by the schema of its kind, then as the Operator does when it reconciles.</summary>
internal static partial class ObjectChecks
{
    private const string ApiVersion = LegatorApi.Group + "/" + LegatorApi.Version;

    /// <summary>Looks at an object.</summary>
    /// <returns>False for an object that is none of Legator's, and no skill.</returns>
    public static bool Look(Manifest manifest)
    {
        if (manifest is { Kind: "ConfigMap", ApiVersion: "v1" } && manifest.Body["data"] is JsonObject data && data.ContainsKey(SkillFiles.MarkdownName))
        {
            LookAtName(manifest);
            LookAtSkill(manifest, data);
            return true;
        }

        var isOurs = manifest.ApiVersion.StartsWith(LegatorApi.Group + "/", StringComparison.Ordinal) || ResourceSchemas.Kinds.Contains(manifest.Kind) && manifest.ApiVersion.Length == 0;
        if (!isOurs && manifest.Kind.Length > 0 && manifest.ApiVersion.Length > 0)
        {
            return false;
        }

        LookAtKind(manifest);
        LookAtName(manifest);
        if (ResourceSchemas.Kinds.Contains(manifest.Kind))
        {
            LookAtSpec(manifest);
        }

        return true;
    }

    private static void LookAtKind(Manifest manifest)
    {
        if (manifest.Kind.Length == 0)
        {
            manifest.Problem("kind", $"is missing: write one of {string.Join(", ", ResourceSchemas.Kinds)}");
        }
        else if (!ResourceSchemas.Kinds.Contains(manifest.Kind))
        {
            manifest.Problem("kind", $"'{manifest.Kind}' is no kind of {LegatorApi.Group}: write one of {string.Join(", ", ResourceSchemas.Kinds)}");
        }

        if (manifest.ApiVersion != ApiVersion)
        {
            manifest.Problem("apiVersion", manifest.ApiVersion.Length == 0 ? $"is missing: write {ApiVersion}" : $"'{manifest.ApiVersion}' is not served: write {ApiVersion}");
        }
    }

    private static void LookAtName(Manifest manifest)
    {
        if (manifest.Name.Length == 0)
        {
            manifest.Problem("metadata.name", "is missing: name the object");
        }
        else if (!ObjectName().IsMatch(manifest.Name))
        {
            manifest.Problem("metadata.name", $"'{manifest.Name}' is no name of an object: write lower-case letters, digits, '-' and '.', at most 253, and begin and end with a letter or digit");
        }
    }

    private static void LookAtSpec(Manifest manifest)
    {
        foreach (var problem in ResourceSchemas.Check(manifest.Kind, manifest.Body))
        {
            manifest.Problem(problem.Field, problem.Message);
        }

        // What does not fit its type cannot be asked for more; what fits is asked for all the rest at once.
        var found = manifest.Kind switch
        {
            nameof(LegatorAgent) => manifest.As<LegatorAgent>() is { } agent ? Agent(agent.Spec) : [],
            nameof(LegatorEnvironment) => manifest.As<LegatorEnvironment>() is { } environment ? Environment(environment.Spec) : [],
            nameof(ModelTierConfig) => manifest.As<ModelTierConfig>() is { } config ? Tiers(config.Spec) : [],
            nameof(UserPolicy) => manifest.As<UserPolicy>() is { } policy ? UserPolicyFields.Of(policy.Spec) : [],
            _ => Enumerable.Empty<string>(),
        };
        foreach (var problem in found.Select(FieldProblem.Of))
        {
            manifest.Problem(problem.Field, problem.Message);
        }
    }

    private static IEnumerable<string> Agent(LegatorAgentSpec spec)
    {
        foreach (var problem in AgentFields.Problems(spec).Concat(TriggerFields.Problems(spec)).Concat(Schedule.Parse(spec.Schedule).Errors))
        {
            yield return problem;
        }

        foreach (var (index, reference) in spec.Skills.Index())
        {
            var source = SkillSource.TryParse(reference, out var problem);
            if (source is { Kind: SkillSourceKind.Bundled })
            {
                BundledSkills.Find(source.Name, out problem);
            }

            if (problem is not null)
            {
                yield return $"spec.skills[{index}].source: {problem}";
            }
        }
    }

    private static IEnumerable<string> Environment(LegatorEnvironmentSpec spec) =>
        EnvironmentFields.Problems(spec).Concat(EnvironmentSecrets.Of(spec).Where(secret => secret.Name.Length == 0).Select(secret => $"{secret.Field}: is not set: name the Secret that holds the credential"));

    private static IEnumerable<string> Tiers(ModelTierConfigSpec spec)
    {
        for (var index = 0; index < spec.Tiers.Count; index++)
        {
            if (spec.Tiers[index] is { Endpoint: not null, BaseUrl: not null })
            {
                yield return $"spec.tiers[{index}].baseURL: endpoint and baseURL name the same thing: set one of them";
            }

            foreach (var problem in TierFields.Problems(spec, index))
            {
                yield return problem.Message;
            }
        }
    }

    private static void LookAtSkill(Manifest manifest, JsonObject data)
    {
        var texts = data.ToDictionary(field => field.Key, field => field.Value?.ToString() ?? "");
        var reading = SkillReader.Read(new SkillRef { Name = manifest.Name, Source = $"configmap://{manifest.Name}" }, SkillFiles.FromConfigMap(manifest.Name, texts, SkillFiles.MarkdownName, out _)!);
        foreach (var (problem, isWarning) in reading.Problems.Select(problem => (problem, false)).Concat(reading.Warnings.Select(problem => (problem, true))))
        {
            manifest.ProblemIn($"data.{problem.File}", problem.Line, problem.Field.Length == 0 ? problem.Message : $"{problem.Field}: {problem.Message}", isWarning);
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectName();
}
