using System.CommandLine;
using System.Text.RegularExpressions;
using Legator.Cli.Output;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Scheduling;

namespace Legator.Cli.Scaffolds;

/// <summary><c>legator init</c>: a new agent, environment and skill that validate and rehearse as they are.</summary>
internal static partial class InitCommand
{
    private const string DefaultNamespace = "agents";

    public static Command Create(CliEnvironment environment)
    {
        var name = new Argument<string>("name") { Description = "Name of the agent, its environment and its skill: lower-case letters, digits and '-'." };
        var folder = new Option<string?>("--dir") { Description = "Folder to write to. Default: one of that name, here. Files that exist are never overwritten." };
        var domain = new Option<string>("--domain") { Description = $"What it looks after: {ScaffoldDomain.Names}.", DefaultValueFactory = _ => "kubernetes" };
        var description = new Option<string?>("--description") { Description = "What it is for, in a sentence." };
        var autonomy = new Option<string>("--autonomy") { Description = "observe, recommend, automate-safe or automate-destructive.", DefaultValueFactory = _ => "observe" };
        var tier = new Option<string>("--tier") { Description = "Tier of the model: fast, standard or reasoning.", DefaultValueFactory = _ => "standard" };
        var cron = new Option<string?>("--cron") { Description = "When it runs, as a cron line. Default: every hour." };
        var interval = new Option<string?>("--interval") { Description = "How often it runs, e.g. 15m; in place of --cron." };
        var place = new Option<string>("--namespace", "-n") { Description = "Namespace of agent and environment.", DefaultValueFactory = _ => DefaultNamespace };
        var skill = new Option<bool>("--skill-only") { Description = "Only the skill, without agent and environment." };
        var command = new Command("init", "Write a new agent with its environment and skill; they validate and rehearse as they are. Needs no running Legator.")
        {
            name, folder, domain, description, place, autonomy, tier, cron, interval, skill,
        };
        command.SetAction(parsed =>
        {
            var scaffold = Read(parsed.GetRequiredValue(name), parsed.GetRequiredValue(place), parsed.GetRequiredValue(domain), parsed.GetValue(description)) with
            {
                Autonomy = Choice<AutonomyLevel>("--autonomy", parsed.GetRequiredValue(autonomy)),
                Tier = Choice<ModelTier>("--tier", parsed.GetRequiredValue(tier)),
            };
            Write(Scheduled(scaffold, parsed.GetValue(cron), parsed.GetValue(interval)), parsed.GetValue(folder) ?? scaffold.Name, parsed.GetValue(skill), environment);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Scaffold Read(string name, string inNamespace, string domain, string? description)
    {
        foreach (var (what, text) in new[] { ("name", name), ("--namespace", inNamespace) })
        {
            if (!ObjectName().IsMatch(text))
            {
                throw Refusing($"{what}: '{text}' is no name of an object: write lower-case letters, digits and '-', at most 50, and begin and end with a letter or digit");
            }
        }

        return new Scaffold
        {
            Name = name,
            Namespace = inNamespace,
            Domain = ScaffoldDomain.All.FirstOrDefault(known => known.Name == domain) ?? throw Refusing($"--domain: '{domain}' is not one of {ScaffoldDomain.Names}"),
            Description = string.IsNullOrWhiteSpace(description) ? $"Looks after {domain} and says what is not well." : description.ReplaceLineEndings(" ").Trim(),
        };
    }

    private static Scaffold Scheduled(Scaffold scaffold, string? cron, string? interval)
    {
        if (cron is not null && interval is not null)
        {
            throw Refusing("--cron and --interval say the same thing in two ways: give one of them");
        }

        var scheduled = scaffold with { Cron = interval is null ? cron ?? "0 * * * *" : null, Interval = interval };
        return Schedule.Parse(new ScheduleSpec { Cron = scheduled.Cron, Interval = interval }).Errors is [var first, ..]
            ? throw Refusing($"{(interval is null ? "--cron" : "--interval")}: {first[(first.IndexOf(": ", StringComparison.Ordinal) + 2)..]}")
            : scheduled;
    }

    private static void Write(Scaffold scaffold, string folder, bool onlySkill, CliEnvironment environment)
    {
        var root = Path.Combine(environment.CurrentDirectory, folder);
        var files = onlySkill ? scaffold.SkillFiles() : scaffold.Files();
        var there = files.Select(file => file.Path).Where(file => Path.Exists(Path.Combine(root, file))).ToList();
        if (there.Count > 0)
        {
            throw new CliException($"{folder} already has {string.Join(", ", there)}: nothing was written. Give another name, or --dir");
        }

        var printer = new Printer(environment, OutputFormat.Table);
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using var stream = new FileStream(full, FileMode.CreateNew);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
            printer.Line($"wrote {Printer.Safe(folder)}/{path}");
        }

        WriteNext(scaffold, folder, onlySkill, printer);
    }

    private static void WriteNext(Scaffold scaffold, string folder, bool onlySkill, Printer printer)
    {
        var skill = onlySkill ? folder : $"{folder}/skill";
        printer.Line();
        printer.Line("Next:");
        printer.Text($"legator validate {folder}", "  ");
        printer.Text($"legator rehearse {skill}{(onlySkill ? "" : $" --agent {folder}/agent.yaml --environment {folder}/environment.yaml")}", "  ");
        if (!onlySkill)
        {
            printer.Text($"kubectl create configmap skill-{scaffold.Name} -n {scaffold.Namespace} --from-file={skill}", "  ");
            printer.Text($"kubectl apply -f {folder}/environment.yaml -f {folder}/agent.yaml", "  ");
        }
    }

    private static T Choice<T>(string option, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>().Where(value => Wire.Name(value) == text))
        {
            return value;
        }

        throw Refusing($"{option}: '{text}' is not one of {string.Join(", ", Enum.GetValues<T>().Select(Wire.Name))}");
    }

    private static CliException Refusing(string message) => new(message, ExitCodes.Usage);

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,48}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectName();
}
