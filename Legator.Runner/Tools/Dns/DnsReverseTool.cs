using System.Net;
using DnsClient;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Dns;

/// <summary>Asks DNS whose an address is.</summary>
internal sealed class DnsReverseTool(DnsResolver resolver) : Tool<DnsReverseArguments>
{
    public override string Name => "dns.reverse";

    public override string Description => "Asks DNS for the names of an address; answers as dns.query does.";

    public override TimeSpan Timeout => TimeSpan.FromSeconds(35);

    protected override Task<PreparedCall> PrepareAsync(DnsReverseArguments arguments, RunScope scope, CancellationToken cancellationToken)
    {
        var actions = ToolActions.Classify(Name, arguments, scope);
        return Task.FromResult(new PreparedCall(actions, (_, token) => AskAsync(IPAddress.Parse(actions[0].Target.Text), token)));
    }

    private async Task<ToolOutput> AskAsync(IPAddress address, CancellationToken cancellationToken)
    {
        var name = address.GetArpaName();
        try
        {
            return DnsAnswers.Of(name, QueryType.PTR, await resolver.AskAsync(name, QueryType.PTR, cancellationToken));
        }
        catch (Exception e) when (e is DnsResponseException or DnsRefusedException)
        {
            return ToolOutput.Failed(e.Message);
        }
    }
}
