using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Aws;

/// <summary>
/// Which question shows what became of a change whose runner died, and what its answer says. Only changes that name the state they want are known: where the state is there, the change is done.
/// A state that is not there shows nothing, since AWS answers from copies and others change things too.
/// </summary>
/// <param name="Question">The line that asks.</param>
/// <param name="Wanted">Whether an answer shows what was wanted.</param>
internal sealed record AwsAftermath(IReadOnlyList<string> Question, Func<JsonNode, bool> Wanted)
{
    /// <summary>The question after a line; null where no answer would be sure.</summary>
    public static AwsAftermath? Of(AwsLine line) => (line.Service, line.Operation) switch
    {
        ("ec2", "start-instances") => Instances(line, "running", "pending"),
        ("ec2", "stop-instances") => Instances(line, "stopped", "stopping"),
        ("ec2", "terminate-instances") => Instances(line, "terminated", "shutting-down"),
        ("autoscaling", "set-desired-capacity") => One(line, "auto-scaling-group-name") is { } group && One(line, "desired-capacity") is { } capacity
            ? new(["autoscaling", "describe-auto-scaling-groups", "--auto-scaling-group-names", group], answer => Values(answer, "DesiredCapacity") is [var found] && found == capacity)
            : null,
        ("ecs", "update-service") => Service(line),
        _ => null,
    };

    /// <summary>What an answer shows.</summary>
    public Reconciliation Judge(ToolOutput answer)
    {
        try
        {
            return answer.Succeeded && JsonNode.Parse(answer.Text) is { } read && Wanted(read)
                ? new(InterruptedOutcome.Executed, $"aws {Question[0]} {Question[1]} shows what was asked for.")
                : new(InterruptedOutcome.Unknown, $"aws {Question[0]} {Question[1]} does not show whether it took effect.");
        }
        catch (JsonException)
        {
            return new(InterruptedOutcome.Unknown, $"What aws {Question[0]} {Question[1]} answers cannot be read.");
        }
    }

    private static AwsAftermath? Instances(AwsLine line, params string[] states) =>
        line.Options.TryGetValue("instance-ids", out var ids) && ids.Count > 0 && ids.All(id => id is { Length: > 0 } && id[0] is not ('-' or '['))
            ? new(["ec2", "describe-instances", "--instance-ids", .. ids.OfType<string>()], answer => States(answer) is var found && found.Count == ids.Distinct().Count() && found.All(states.Contains))
            : null;

    // Only the number of tasks: a new deployment of the same looks like the old one.
    private static AwsAftermath? Service(AwsLine line) =>
        One(line, "cluster") is { } cluster && One(line, "service") is { } service && One(line, "desired-count") is { } count && line.Options.Count == 3
            ? new(["ecs", "describe-services", "--cluster", cluster, "--services", service], answer => Services(answer) is [var found] && found == count)
            : null;

    private static string? One(AwsLine line, string option) => line.Options.TryGetValue(option, out var values) && values is [{ Length: > 0 } one] && one[0] != '-' ? one : null;

    private static List<string> States(JsonNode answer) => [.. Members(answer, "instanceState").Select(state => $"{(state as JsonObject)?["name"]}")];

    private static List<string> Services(JsonNode answer) =>
        [.. ((answer as JsonObject)?["services"] as JsonArray ?? []).Select(service => Convert.ToString((service as JsonObject)?["desiredCount"], CultureInfo.InvariantCulture) ?? "")];

    private static List<string> Values(JsonNode answer, string name) => [.. Members(answer, name).Select(value => $"{value}")];

    private static IEnumerable<JsonNode?> Members(JsonNode? node, string name) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == name ? [member.Value] : Members(member.Value, name)),
        JsonArray items => items.SelectMany(item => Members(item, name)),
        _ => [],
    };
}
