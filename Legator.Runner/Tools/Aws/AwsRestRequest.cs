using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Aws;

/// <summary>Builds the request of an operation of a service that speaks REST: values go into path, query, headers and body.</summary>
internal static class AwsRestRequest
{
    /// <exception cref="ToolInputException">A value of the path is missing or could leave its place.</exception>
    public static AwsRequest Build(AwsService service, AwsOperation operation, List<(AwsMember Member, JsonNode Value)> given)
    {
        var question = operation.Path.IndexOf('?', StringComparison.Ordinal);
        var query = question < 0 ? [] : operation.Path[(question + 1)..].Split('&').Select(Pair).ToList();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (member, value) in given)
        {
            if (member.Place == AwsPlace.Query)
            {
                query.AddRange(value is JsonArray list ? list.Select(i => KeyValuePair.Create(member.Wire, AwsRequests.Text(i!))) : [KeyValuePair.Create(member.Wire, AwsRequests.Text(value))]);
            }
            else if (member.Place == AwsPlace.Header)
            {
                headers[member.Wire.ToLowerInvariant()] = Header(member, value);
            }
        }

        var path = Path(question < 0 ? operation.Path : operation.Path[..question], operation, given);
        var body = given.Where(g => g.Member.Place == AwsPlace.Body).ToList();
        var takesBody = service.Protocol == AwsProtocol.RestJson && operation.Method is not ("GET" or "HEAD" or "DELETE") && operation.Parameters.Values.Any(p => p.Place == AwsPlace.Body);
        if (service.Protocol == AwsProtocol.RestJson)
        {
            headers["accept"] = "application/json";
        }

        if (takesBody)
        {
            headers["content-type"] = "application/json";
        }

        return new AwsRequest(operation.Method, path, query, headers, takesBody ? AwsRequests.Body(body) : "");
    }

    private static KeyValuePair<string, string> Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(text, "") : new(text[..equals], text[(equals + 1)..]);
    }

    private static string Header(AwsMember member, JsonNode value)
    {
        var text = value is JsonArray list ? string.Join(',', list.Select(i => AwsRequests.Text(i!)))
            : value is JsonValue v && v.TryGetValue<DateTimeOffset>(out var time) ? time.ToString("r", CultureInfo.InvariantCulture)
            : AwsRequests.Text(value);
        return text.All(c => c is >= ' ' and <= '~') ? text.Trim() : throw AwsValues.Unfit(member.Name, "plain text in one line");
    }

    private static string Path(string template, AwsOperation operation, List<(AwsMember Member, JsonNode Value)> given)
    {
        foreach (var parameter in operation.Parameters.Values.Where(p => p.Place == AwsPlace.Path))
        {
            var value = given.Where(g => g.Member == parameter).Select(g => AwsRequests.Text(g.Value)).FirstOrDefault() ?? "";
            if (value.Length == 0 || value.Any(char.IsControl) || value.Split('/').Any(s => s is "." or ".."))
            {
                throw AwsLine.Invalid($"The option --{parameter.Name} is missing, or holds what cannot stand in a path.");
            }

            template = template
                .Replace($"{{{parameter.Wire}}}", Uri.EscapeDataString(value), StringComparison.Ordinal)
                .Replace($"{{{parameter.Wire}+}}", Uri.EscapeDataString(value).Replace("%2F", "/", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        return template;
    }
}
