using System.Text.Json;
using Legator.Core.Actions.Classification.Clouds;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Azure;

/// <summary>Runs commands of Azure that are written like lines of its command line, as requests to Azure Resource Manager. Login and subscription are the environment's.</summary>
internal sealed class AzCliTool(AzureClient client) : Tool<AzCliArguments>
{
    public override string Name => "az.cli";

    public override string Description => "Runs a command of Azure, written as on the az command line, and returns Azure's answer as JSON (at most 8 KiB: ask for one group with -g). Login and subscription are set.";

    protected override Task<PreparedCall> PrepareAsync(AzCliArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var actions = ToolActions.Classify(Name, arguments, scope);
        var words = new List<string>();
        if (CliCall.Read("az", JsonSerializer.SerializeToElement(arguments, JsonSerializerOptions.Web), words, "group", "command", "args") is { } problem)
        {
            throw AzureLine.Invalid(problem);
        }

        if (words.Contains("help") || words.Contains("--help") || words.Contains("-h"))
        {
            return Task.FromResult(new PreparedCall(actions, (_, _) => Task.FromResult(ToolOutput.Done(Help(words[0])))));
        }

        var (line, subscription) = Settled(AzureLine.Of(words));
        var command = AzureTable.Find(line.Command) ?? throw AzureLine.Invalid($"There is no command '{line.Command}' here.", $"az {words[0]} help lists what there is.");
        var request = AzureRequest.Build(command, line);
        return Task.FromResult(new PreparedCall(actions, (context, token) => RunAsync(request, subscription, context.Scope, token))
        {
            Reconcile = AzureAftermath.Of(request) is { } aftermath ? async (_, token) => aftermath.Judge(await RunAsync(aftermath.Question, subscription, scope, token)) : null,
        });
    }

    private async Task<ToolOutput> RunAsync(AzureRequest request, string? subscription, RunScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var account = await AzureAccount.OpenAsync(scope, cancellationToken);
            return subscription is null || subscription.Equals(account.Subscription, StringComparison.OrdinalIgnoreCase)
                ? await client.SendAsync(request, account, scope, cancellationToken)
                : ToolOutput.Failed($"The environment's subscription is {account.Subscription}; another one needs an environment of its own.");
        }
        catch (ToolInputException exception)
        {
            return ToolOutput.Failed(exception.Message);
        }
    }

    /// <summary>The line without the options that every line may have, and the subscription that it asks for.</summary>
    private static (AzureLine Line, string? Subscription) Settled(AzureLine line)
    {
        if (line.Options.TryGetValue("output", out var output) && output is not ("json" or "jsonc"))
        {
            throw AzureLine.Invalid("The answer is JSON.", "Leave --output out.");
        }

        if (line.Options.ContainsKey("query"))
        {
            throw AzureLine.Invalid("There is no --query here.", "Ask for one group with -g, or for one resource.");
        }

        return (line with { Options = line.Options.Where(o => o.Key is not ("output" or "subscription")).ToDictionary(o => o.Key, o => o.Value) }, line.Options.GetValueOrDefault("subscription"));
    }

    private static string Help(string group)
    {
        var names = AzureTable.Names.Where(n => n.StartsWith(group + " ", StringComparison.OrdinalIgnoreCase)).ToList();
        return names.Count > 0 ? $"Commands: {string.Join(", ", names)}" : $"Groups: {string.Join(' ', AzureTable.Names.Select(n => n.Split(' ')[0]).Distinct())}";
    }
}
