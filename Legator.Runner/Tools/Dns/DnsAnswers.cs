using System.Text.Json;
using DnsClient;
using DnsClient.Protocol;
using Legator.Core;

namespace Legator.Runner.Tools.Dns;

/// <summary>Turns a server's reply into what the model reads.</summary>
internal static class DnsAnswers
{
    public static ToolOutput Of(string name, QueryType type, IDnsQueryResponse response)
    {
        var answer = new DnsAnswer(
            name, type.ToString(), response.NameServer.ToString() ?? "", response.Header.ResponseCode.ToString(),
            response.Header.IsAuthenticData, response.Header.HasAuthorityAnswer,
            [.. response.Answers.Where(r => r is not RRSigRecord).Select(Record)]);
        return ToolOutput.Done(JsonSerializer.Serialize(answer, LegatorJson.Options));
    }

    private static DnsAnswerRecord Record(DnsResourceRecord record) =>
        new(record.DomainName.Value, record.RecordType.ToString(), record.InitialTimeToLive, Value(record));

    private static string Value(DnsResourceRecord record) => record switch
    {
        AddressRecord address => address.Address.ToString(),
        CNameRecord alias => alias.CanonicalName.Value,
        MxRecord mail => $"{mail.Preference} {mail.Exchange.Value}",
        TxtRecord text => string.Concat(text.Text),
        NsRecord server => server.NSDName.Value,
        SrvRecord service => $"{service.Priority} {service.Weight} {service.Port} {service.Target.Value}",
        CaaRecord authority => $"{authority.Flags} {authority.Tag} \"{authority.Value}\"",
        SoaRecord start => $"{start.MName.Value} {start.RName.Value} {start.Serial} {start.Refresh} {start.Retry} {start.Expire} {start.Minimum}",
        PtrRecord pointer => pointer.PtrDomainName.Value,
        _ => record.ToString(),
    };
}
