using Legator.Core;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.ModelTiers;

namespace Legator.Cli.Scaffolds;

/// <summary>A new agent with its environment and its skill: files that validate and rehearse as they are, and that somebody goes on from.</summary>
internal sealed record Scaffold
{
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    public required string Description { get; init; }

    public required ScaffoldDomain Domain { get; init; }

    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.Observe;

    public ModelTier Tier { get; init; } = ModelTier.Standard;

    /// <summary>Cron line; null where an interval is given.</summary>
    public string? Cron { get; init; }

    /// <summary>Go duration; null where a cron line is given.</summary>
    public string? Interval { get; init; }

    /// <summary>The files of the skill, by path below the skill's folder.</summary>
    public IReadOnlyList<(string Path, string Text)> SkillFiles() =>
    [
        ("SKILL.md", $"""
            ---
            name: {Name}
            description: {Quoted(Description)}
            version: 0.1.0
            tags: [{Domain.Name}]
            ---

            # {Name}

            {Domain.Step}

            ## Judgement

            `CRITICAL:` what is broken now. `WARNING:` what will break soon. `INFO:` what people should know.

            ## Report

            One line for each thing that is not well: what, where, since when. Nothing else when all is well.

            """),
        ("actions.yaml", $"""
            # What this skill may propose. What is not declared here is denied, reads too. Fields: docs/skills.md
            actions:
            {Domain.Sheet}
              - id: recall
                description: Read what the last run noted.
                tool: state.get
                targetPattern: last
                tier: read
              - id: remember
                description: Note what this run saw.
                tool: state.set
                targetPattern: last
                tier: read

            """),
        ("rehearsal.yaml", $$$"""
            # Shows what the guardrails let this skill do: legator rehearse. The provider 'scripted' plays the turns in place of a model. Fields: docs/rehearsal.md
            description: Looks once, and is refused a change.
            turns:
              - call:
            {{{Domain.Looks}}}
                  - {tool: state.get, arguments: {key: last}, as: before, take: {value: {json: value} } }
              - call: {{{Domain.Change}}}
              - call: {tool: state.set, arguments: {key: last, value: "${seen.text}"}}
              - report: |
                  Seen: ${seen.text}
                  Before: ${before.value|nothing yet}
                  Refused, as it should be: ${change.reason}
            {{{Domain.World}}}scenes:
              - {name: looks and changes nothing, report: nothing yet}

            """),
    ];

    /// <summary>All files, by path below the agent's folder.</summary>
    public IReadOnlyList<(string Path, string Text)> Files() =>
    [
        ("agent.yaml", $"""
            apiVersion: legator.io/v1alpha1
            kind: LegatorAgent
            metadata:
              name: {Name}
              namespace: {Namespace}
            spec:
              description: {Quoted(Description)}
              schedule:
                {(Interval is null ? $"cron: {Quoted(Cron!)}" : $"interval: {Interval}")}
              model:
                tier: {Output.Wire.Name(Tier)}
              skills:
                - name: {Name}
                  source: configmap://skill-{Name}
              guardrails:
                autonomy: {Output.Wire.Name(Autonomy)}
                maxIterations: 10
              environmentRef: {Name}

            """),
        ("environment.yaml", $"""
            apiVersion: legator.io/v1alpha1
            kind: LegatorEnvironment
            metadata:
              name: {Name}
              namespace: {Namespace}
            spec:
            {Domain.Environment}
            """),
        .. SkillFiles().Select(file => ($"skill/{file.Path}", file.Text)),
    ];

    private static string Quoted(string text) => Yaml.Write(text).TrimEnd('\n');
}
