using System.Collections.Frozen;
using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>Finds the values of a call: what stands in its arguments besides the words that belong to the tool itself.</summary>
internal static class CallValues
{
    private static readonly FrozenSet<string> Places = Set("namespace host database environment cluster region subscription context");

    // In a cloud's command line these name the operation, which a sheet declares.
    private static readonly FrozenSet<string> Operations = Set("service group");

    // With these more is done than the verb says.
    private static readonly FrozenSet<string> Forcing = Set("force forceConflicts deleteEmptydirData");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OwnWords =
        Set("true false null http https get head post put patch delete options json yaml merge strategic restart undo pause resume status history sudo systemctl service kubectl -n --namespace --replicas namespace replicas n content-type accept application").GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<CallValue> Of(string tool, JsonElement arguments, IReadOnlyList<ProposedAction> actions)
    {
        var values = new List<CallValue>();
        if (arguments.ValueKind == JsonValueKind.Object)
        {
            var cloud = tool is "aws.cli" or "az.cli";
            foreach (var argument in arguments.EnumerateObject())
            {
                if (cloud && argument.Name == "args" && argument.Value.ValueKind == JsonValueKind.String)
                {
                    AddTerms(values, CloudLine.WithoutSelectors(Text(argument.Value)), place: false, actions);
                }
                else if (tool == "kubectl.patch" && argument.Name == "patch" && WrittenPatch.FieldsOf(arguments).ToList() is { Count: > 0 } fields)
                {
                    AddFields(values, argument.Value, fields, actions);
                }
                else if (!cloud || (!Operations.Contains(argument.Name) && argument.Name != "command"))
                {
                    Add(values, argument.Value, Places.Contains(argument.Name), actions);
                    AddSwitches(values, tool, argument, actions);
                }
            }
        }

        return values;
    }

    // Of a patch, what every object has is no value.
    private static void AddFields(List<CallValue> values, JsonElement patch, List<(string Field, string Value)> fields, IReadOnlyList<ProposedAction> actions)
    {
        var all = new List<CallValue>();
        Add(all, patch, place: false, actions);
        values.AddRange(all.Where(v => !WrittenPatch.IsStructure(v.Text)));
        values.AddRange(fields.Where(f => f.Value is "true" or "false" or "null").Select(f => new CallValue(f.Value, IsPlace: false)));
    }

    // What is switched on or off beside the values: people wrote the word in a body, and the name of the switch for a server.
    private static void AddSwitches(List<CallValue> values, string tool, JsonProperty argument, IReadOnlyList<ProposedAction> actions)
    {
        if (tool.StartsWith("http.", StringComparison.Ordinal) && argument.Name == "body" && argument.Value.ValueKind == JsonValueKind.String)
        {
            var body = Text(argument.Value);
            foreach (var range in new TextTerms(body))
            {
                if (body[range] is "true" or "false" or "null")
                {
                    values.Add(new CallValue(body[range], IsPlace: false));
                }
            }
        }
        else if (Forcing.Contains(argument.Name) && argument.Value.ValueKind is JsonValueKind.True)
        {
            values.Add(new CallValue(argument.Name, IsPlace: false));
        }
        else if (tool.StartsWith("mcp.", StringComparison.Ordinal) && argument.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            AddTerms(values, argument.Name, place: false, actions);
        }
    }

    /// <summary>Every text in the arguments.</summary>
    public static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [Text(element)],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value).Prepend(member.Name)),
        _ => [],
    };

    private static void Add(List<CallValue> values, JsonElement element, bool place, IReadOnlyList<ProposedAction> actions)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                AddTerms(values, Text(element), place, actions);
                break;
            case JsonValueKind.Number:
                values.Add(new CallValue(element.GetRawText(), place));
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(values, item, place, actions);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    AddTerms(values, member.Name, place, actions);
                    Add(values, member.Value, place, actions);
                }

                break;
        }
    }

    private static void AddTerms(List<CallValue> values, string text, bool place, IReadOnlyList<ProposedAction> actions)
    {
        foreach (var range in new TextTerms(text))
        {
            var term = text.AsSpan(range);
            if (!OwnWords.Contains(term) && !IsOfTheTarget(term, actions))
            {
                values.Add(new CallValue(term.ToString(), place));
            }
        }
    }

    // What is done, and to which kind of thing, the sheet declares.
    private static bool IsOfTheTarget(ReadOnlySpan<char> term, IReadOnlyList<ProposedAction> actions)
    {
        foreach (var action in actions)
        {
            if (term.Equals(action.Verb, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            foreach (var kind in action.Target.KindNames)
            {
                if (term.Equals(kind, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text; the classifier refuses it.
            return element.GetRawText();
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
