using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core.Runs;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Azure;

/// <summary>
/// Which question shows what became of a change whose runner died. Only the power of virtual machines is known: a machine that is as it was wanted shows that it was done;
/// any other state shows nothing, since the request may still be on its way.
/// </summary>
/// <param name="Question">The request that asks.</param>
/// <param name="States">States of power that show it.</param>
internal sealed partial record AzureAftermath(AzureRequest Question, IReadOnlyList<string> States)
{
    /// <summary>The question after a request; null where no answer would be sure.</summary>
    public static AzureAftermath? Of(AzureRequest request) => request.Method == "POST" && Power().Match(request.PathAndQuery) is { Success: true } match
        ? new(new AzureRequest("GET", $"{match.Groups["machine"].Value}/instanceView?{match.Groups["query"].Value}"), match.Groups["verb"].Value switch
        {
            "start" => ["running", "starting"],
            "powerOff" => ["stopped", "stopping", "deallocated", "deallocating"],
            _ => ["deallocated", "deallocating"],
        })
        : null;

    /// <summary>What an answer shows.</summary>
    public Reconciliation Judge(ToolOutput answer) => answer.Succeeded && State(answer.Text) is { } state && States.Contains(state)
        ? new(InterruptedOutcome.Executed, $"The machine is {state}, as it was asked for.")
        : new(InterruptedOutcome.Unknown, "The machine does not show whether it took effect.");

    private static string? State(string text)
    {
        try
        {
            var codes = ((JsonNode.Parse(text) as JsonObject)?["statuses"] as JsonArray ?? []).Select(status => $"{(status as JsonObject)?["code"]}");
            return codes.Where(code => code.StartsWith("PowerState/", StringComparison.Ordinal)).ToList() is [var one] ? one["PowerState/".Length..] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?<machine>/subscriptions/[^?]*/providers/Microsoft\.Compute/virtualMachines/[^/?]+)/(?<verb>start|powerOff|deallocate)\?(?<query>.*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Power();
}
