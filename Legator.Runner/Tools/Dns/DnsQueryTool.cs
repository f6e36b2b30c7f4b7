using DnsClient;
using Legator.Core.Actions.Classification.Dns;
using Legator.Core.Guardrails;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Dns;

/// <summary>Asks a DNS server for records.</summary>
internal sealed class DnsQueryTool(DnsResolver resolver) : Tool<DnsQueryArguments>
{
    private static readonly QueryType[] Types =
    [
        QueryType.A, QueryType.AAAA, QueryType.CNAME, QueryType.MX, QueryType.TXT, QueryType.NS, QueryType.SRV, QueryType.CAA, QueryType.SOA, QueryType.PTR,
    ];

    public override string Name => "dns.query";

    public override string Description => "Asks DNS for records of a name: {name, type, server, status, authenticated (DNSSEC), authoritative, records: [{name, type, ttl, value}]}.";

    public override TimeSpan Timeout => TimeSpan.FromSeconds(35);

    protected override Task<PreparedCall> PrepareAsync(DnsQueryArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<QueryType>(arguments.Type ?? "A", ignoreCase: true, out var type) || !Types.Contains(type) || int.TryParse(arguments.Type, out _))
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, $"'{arguments.Type}' is no type of record that is asked for.", $"Write one of {string.Join(", ", Types)}.");
        }

        var actions = ToolActions.Classify(Name, arguments, scope);
        return Task.FromResult(new PreparedCall(actions, (_, token) => AskAsync(arguments with { Domain = DnsName.Read(arguments.Domain) ?? arguments.Domain }, type, scope, token)));
    }

    private async Task<ToolOutput> AskAsync(DnsQueryArguments arguments, QueryType type, RunScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var response = arguments.Server is { } server
                ? await resolver.AskAsync(Bare(server), arguments.Domain, type, address => DnsClassifier.MayAsk(Bare(server), address, scope.Environment.Endpoints.Values), cancellationToken)
                : await resolver.AskAsync(arguments.Domain, type, cancellationToken);
            return DnsAnswers.Of(arguments.Domain, type, response);
        }
        catch (Exception e) when (e is DnsResponseException or DnsRefusedException)
        {
            return ToolOutput.Failed(e.Message);
        }
    }

    private static string Bare(string server) => server.EndsWith(":53", StringComparison.Ordinal) && server.Count(c => c == ':') == 1 ? server[..^3] : server;
}
