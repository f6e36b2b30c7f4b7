using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tools.Aws;

/// <summary>Builds the request of an operation, in the protocol that its service speaks.</summary>
internal static class AwsRequests
{
    private const string ContentType = "content-type";

    /// <exception cref="ToolInputException">An option is unknown, or its value does not fit.</exception>
    public static AwsRequest Build(AwsService service, AwsOperation operation, AwsLine line)
    {
        var given = line.Options.Select(o => Given(operation, o.Key, o.Value)).ToList();
        return service.Protocol switch
        {
            AwsProtocol.Ec2 or AwsProtocol.Query => Form(service, operation, given),
            AwsProtocol.Json => Json(service, operation, given),
            _ => AwsRestRequest.Build(service, operation, given),
        };
    }

    /// <summary>A value as text: what stands in forms, paths, queries and headers.</summary>
    public static string Text(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String when value is JsonValue v && v.TryGetValue<DateTimeOffset>(out var time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    /// <summary>The members that go into a body of JSON, where times are seconds.</summary>
    public static string Body(IEnumerable<(AwsMember Member, JsonNode Value)> given) =>
        new JsonObject(given.Select(g => KeyValuePair.Create<string, JsonNode?>(g.Member.Wire, Seconds(g.Member.Shape, g.Value)))).ToJsonString();

    private static (AwsMember Member, JsonNode Value) Given(AwsOperation operation, string option, IReadOnlyList<string> words)
    {
        if (operation.Parameters.TryGetValue(option, out var member))
        {
            return (member, AwsValues.Read(option, member.Shape, words));
        }

        if (option.StartsWith("no-", StringComparison.Ordinal) && words.Count == 0 && operation.Parameters.TryGetValue(option[3..], out member) && member.Shape.Kind == AwsKind.Flag)
        {
            return (member, JsonValue.Create(false));
        }

        throw AwsLine.Invalid($"{operation.Name} takes no option --{option} here.", $"It takes {string.Join(", ", operation.Parameters.Keys.Select(p => "--" + p))}.");
    }

    private static AwsRequest Form(AwsService service, AwsOperation operation, List<(AwsMember Member, JsonNode Value)> given)
    {
        var form = new List<KeyValuePair<string, string>> { new("Action", operation.Name), new("Version", service.Version) };
        foreach (var (member, value) in given)
        {
            Flatten(form, member.Wire, value);
        }

        var body = string.Join('&', form.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        return new AwsRequest("POST", "/", [], new Dictionary<string, string> { [ContentType] = "application/x-www-form-urlencoded; charset=utf-8" }, body);
    }

    private static void Flatten(List<KeyValuePair<string, string>> form, string name, JsonNode value)
    {
        switch (value)
        {
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Flatten(form, $"{name}.{i + 1}", list[i]!);
                }

                break;
            case JsonObject members:
                foreach (var (key, member) in members)
                {
                    Flatten(form, $"{name}.{key}", member!);
                }

                break;
            default:
                form.Add(new(name, Text(value)));
                break;
        }
    }

    private static AwsRequest Json(AwsService service, AwsOperation operation, List<(AwsMember Member, JsonNode Value)> given) => new(
        "POST",
        "/",
        [],
        new Dictionary<string, string> { [ContentType] = $"application/x-amz-json-{service.Json}", ["x-amz-target"] = $"{service.Target}.{operation.Name}" },
        Body(given));

    private static JsonNode Seconds(AwsShape shape, JsonNode value) => (shape.Kind, value) switch
    {
        (AwsKind.Time, JsonValue v) when v.TryGetValue<DateTimeOffset>(out var time) => JsonValue.Create(time.ToUnixTimeSeconds()),
        (AwsKind.List, JsonArray list) => new JsonArray([.. list.Select(i => Seconds(shape.Item!, i!))]),
        (AwsKind.Structure, JsonObject members) => new JsonObject(members.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, Seconds(shape.Members.First(s => s.Wire == m.Key).Shape, m.Value!)))),
        _ => value.DeepClone(),
    };
}
