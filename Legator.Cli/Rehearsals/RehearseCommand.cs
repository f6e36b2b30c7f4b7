using System.CommandLine;
using System.CommandLine.Parsing;
using Legator.Cli.Connection;
using Legator.Cli.Guardrails;
using Legator.Cli.Output;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Skills;
using Legator.Runner.Rehearsals;

namespace Legator.Cli.Rehearsals;

/// <summary><c>legator rehearse</c>: plays a skill's rehearsal through the gate, and says what would be allowed, asked and blocked.</summary>
internal static class RehearseCommand
{
    public static Command Create(GlobalOptions options, CliEnvironment environment)
    {
        var skill = new Argument<string>("skill") { Description = "Folder of the skill, YAML file of its ConfigMap (FILE#NAME where there are several), or name of a bundled skill." };
        var agent = new Option<string?>("--agent") { Description = "YAML file of the LegatorAgent whose guardrails hold. Default: one that is made up for each scene." };
        var site = new Option<string?>("--environment") { Description = "YAML file of the LegatorEnvironment. Default: the one in the agent's file, else the rehearsal's own." };
        var least = new Option<int>("--min-coverage") { Description = "Percent of the action sheet's entries that must be exercised. Default: 0.", CustomParser = Percent };
        var report = new Option<bool>("--report") { Description = "Also print what each scene reports." };
        var record = new Option<string?>("--record") { Description = "First write the skill's rehearsal from a run: its name, or a file of 'legator runs export'.", HelpName = "run" };
        var force = new Option<bool>("--force") { Description = "With --record: write over the rehearsal that is there." };
        var format = new Option<RehearsalFormat>("--output", "-o") { Description = "Format of the output. Default: text.", HelpName = "text|json|junit", CustomParser = Format };
        var command = new Command("rehearse", "Play a skill's rehearsal through the real gate, with recorded answers: what would be allowed, asked and blocked. Needs no running Legator, but to record a run of one.")
        {
            skill, agent, site, least, report, record, force, format,
        };
        command.SetAction(async (parsed, token) =>
        {
            var place = parsed.GetRequiredValue(skill);
            var recorded = parsed.GetValue(record) is { } run ? await RehearsalFile.RecordAsync(place, run, parsed.GetValue(force), parsed, options, environment, token) : [];
            var script = Cast(place, parsed.GetValue(agent), parsed.GetValue(site), environment);
            return await RunAsync(
                script with { Notes = [.. recorded, .. script.Notes] },
                new RehearsalOutput(environment, parsed.GetValue(format), parsed.GetValue(least), parsed.GetValue(report)),
                token);
        });
        return command;
    }

    private static async Task<int> RunAsync(RehearsalScript script, RehearsalOutput output, CancellationToken cancellationToken)
    {
        var report = await SkillRehearsal.PlayAsync(script.Cast, cancellationToken);
        output.Write(script, report);
        return output.IsGood(report) ? ExitCodes.Ok : ExitCodes.Failure;
    }

    private static RehearsalScript Cast(string place, string? agentFile, string? siteFile, CliEnvironment environment)
    {
        var subject = SkillSubject.Load(place, environment);
        if (subject.Skill.Rehearsal is null)
        {
            throw new CliException($"{place}: there is no {SkillFiles.RehearsalName}, so there is nothing to play: write one (docs/rehearsal.md), or let 'legator init' make a skill that has one", ExitCodes.Usage);
        }

        var documents = agentFile is null ? [] : ResourceFile.Read(agentFile, environment);
        var agent = agentFile is null ? null : Named(ResourceFile.Single<LegatorAgent>(documents, agentFile), agentFile);
        var site = siteFile is not null
            ? Named(ResourceFile.Single<LegatorEnvironment>(ResourceFile.Read(siteFile, environment), siteFile), siteFile)
            : ResourceFile.All<LegatorEnvironment>(documents, agentFile ?? "").FirstOrDefault(found => found.Metadata.Name == agent?.Spec.EnvironmentRef);
        var (others, notes) = OtherSkills.Of(agent, subject.Skill);
        return new RehearsalScript(new RehearsalCast(subject.Skill) { Agent = agent, Environment = site, Others = others, Fixtures = subject.Fixtures }, agentFile, siteFile ?? (site is null ? null : agentFile))
        {
            Notes = [.. subject.Warnings.Select(SkillSubject.Told), .. notes],
        };
    }

    private static T Named<T>(T? found, string file)
        where T : class =>
        found ?? throw new CliException($"{file}: there is no {typeof(T).Name} in it", ExitCodes.Usage);

    private static int Percent(ArgumentResult result)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value.TrimEnd('%'), out var percent) && percent is >= 0 and <= 100)
        {
            return percent;
        }

        result.AddError($"--min-coverage: '{string.Join(' ', result.Tokens.Select(t => t.Value))}' is no percentage. Write 0 to 100.");
        return 0;
    }

    private static RehearsalFormat Format(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (Enum.GetNames<RehearsalFormat>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<RehearsalFormat>(text, ignoreCase: true);
        }

        result.AddError($"--output: '{Terminal.Clean(text)}' is not a format. Write text, json or junit.");
        return default;
    }
}
