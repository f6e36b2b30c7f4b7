using System.Text.Json;
using Legator.Core.Actions.Classification.Clouds;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Aws;

/// <summary>Runs operations of AWS that are written like lines of its command line. Region and account are the environment's.</summary>
internal sealed class AwsCliTool(AwsClient client) : Tool<AwsCliArguments>
{
    // What says nothing about the operation, or only what is so anyway.
    private static readonly string[] Idle = ["no-cli-pager", "no-paginate", "no-cli-auto-prompt", "color", "only-show-errors"];

    public override string Name => "aws.cli";

    public override string Description => "Runs an operation of AWS, written as on the aws command line, and returns AWS' answer as JSON (at most 8 KiB: ask for few with --filters, --max-results). Region and account are set.";

    protected override Task<PreparedCall> PrepareAsync(AwsCliArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var actions = ToolActions.Classify(Name, arguments, scope);
        var words = new List<string>();
        if (CliCall.Read("aws", JsonSerializer.SerializeToElement(arguments, JsonSerializerOptions.Web), words, "service", "command", "args") is { } problem)
        {
            throw AwsLine.Invalid(problem);
        }

        var line = AwsS3Line.Plain(AwsLine.Of(words));
        if (line.Operation == "help" || line.Service == "help")
        {
            return Task.FromResult(new PreparedCall(actions, (_, _) => Task.FromResult(ToolOutput.Done(Help(line)))));
        }

        var region = Settle(ref line);
        var service = AwsTable.Find(line.Service) ?? throw AwsLine.Invalid($"There is no service '{line.Service}' here.", $"There are {string.Join(", ", AwsTable.Services)}.");
        var operation = service.Operations.GetValueOrDefault(line.Operation) ?? throw AwsLine.Invalid($"There is no operation '{line.Service} {line.Operation}' here.", $"aws {line.Service} help lists what there is.");
        if (line.Operands.Count > 0)
        {
            throw AwsLine.Invalid($"'{line.Operands[0]}' belongs to no option.");
        }

        var request = AwsRequests.Build(service, operation, line);
        return Task.FromResult(new PreparedCall(actions, (context, token) => RunAsync(service, request, region, context.Scope, token))
        {
            Reconcile = AwsAftermath.Of(line) is { } aftermath ? (_, token) => LookAsync(service, aftermath, region, scope, token) : null,
        });
    }

    private async Task<Reconciliation> LookAsync(AwsService service, AwsAftermath aftermath, string? region, RunScope scope, CancellationToken cancellationToken)
    {
        var question = AwsLine.Of([.. aftermath.Question]);
        return aftermath.Judge(await RunAsync(service, AwsRequests.Build(service, service.Operations[question.Operation], question), region, scope, cancellationToken));
    }

    private async Task<ToolOutput> RunAsync(AwsService service, AwsRequest request, string? region, RunScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var account = await AwsAccount.OpenAsync(scope, cancellationToken);
            if (region is not null && region != account.Region)
            {
                return ToolOutput.Failed($"The environment is in {account.Region}; another region needs an environment of its own.");
            }

            if (account.Number is not null)
            {
                await scope.Resources.GetAsync(account.Credential, () => AwsCheckedAccount.CheckAsync(client, account, scope, cancellationToken));
            }

            return await client.SendAsync(service, request, account, scope, cancellationToken);
        }
        catch (ToolInputException exception)
        {
            return ToolOutput.Failed(exception.Message);
        }
    }

    /// <summary>Takes out the options that every line may have.</summary>
    /// <returns>The region that the line asks for.</returns>
    private static string? Settle(ref AwsLine line)
    {
        if (line.Options.TryGetValue("output", out var output) && output is not ["json"])
        {
            throw AwsLine.Invalid("The answer is JSON.", "Leave --output out.");
        }

        if (line.Options.ContainsKey("query"))
        {
            throw AwsLine.Invalid("There is no --query here.", "Ask for less with the operation's own options, such as --filters and --max-results.");
        }

        var region = line.Options.TryGetValue("region", out var regions) ? regions is [{ } one] ? one : throw AwsLine.Invalid("The option --region takes one value.") : null;
        line = line with { Options = line.Options.Where(o => o.Key is not ("output" or "region") && !Idle.Contains(o.Key)).ToDictionary(o => o.Key, o => o.Value) };
        return region;
    }

    private static string Help(AwsLine line) => AwsTable.Find(line.Service) is { } service
        ? $"Operations of {line.Service}: {string.Join(' ', service.Operations.Keys.Order(StringComparer.Ordinal))}"
        : $"Services: {string.Join(' ', AwsTable.Services)}";
}
