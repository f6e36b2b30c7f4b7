using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core;
using Legator.Core.Skills;

namespace Legator.Runner.Rehearsals;

/// <summary>The answers that stand at the calls of a script, as answers to those calls.</summary>
internal static partial class ScriptAnswers
{
    public static IEnumerable<RehearsalAnswer> Of(Rehearsal script) =>
        from turn in script.Turns
        from call in turn.Call
        where call.Answer is not null
        select call.Answer! with { Tool = call.Tool, Arguments = call.Arguments is { } arguments ? Pattern(arguments) : null };

    /// <summary>A placeholder may turn out to be anything.</summary>
    private static JsonElement Pattern(JsonElement arguments) =>
        JsonSerializer.SerializeToElement(Open(JsonSerializer.SerializeToNode(arguments, LegatorJson.Options)), LegatorJson.Options);

    private static JsonNode? Open(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Open(member.Value)))),
        JsonArray list when list.Any(item => item?.ToJsonString().Contains("${", StringComparison.Ordinal) == true) => "*",
        JsonValue value when value.TryGetValue<string>(out var text) => Placeholder().Replace(text, "*"),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\$\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
