using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Delegation;
using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails.Provenance.Outward;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>
/// Where the values of a call come from. Once a run has read text from outside, a change goes by itself only where every value in it was written by people, or is a
/// name that the cluster lists and that stands in no such text, and where no such text asks for it; and nothing goes out to addresses that nobody named, or on to others as a quotation.
/// </summary>
public static class CallProvenance
{
    /// <summary>What in a call may come from text that the run read; null when nothing does.</summary>
    /// <param name="input">The call.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="authored">What people wrote.</param>
    /// <param name="reading">What the run has read.</param>
    public static UntrustedUse? Find(GuardrailInput input, JsonElement arguments, AuthoredText authored, OutsideReading reading) =>
        !reading.Any || input.Actions.Count == 0 ? null
        : input.Tool switch
        {
            "state.set" => Quotation(input.Tool, arguments, authored, reading) ?? Key(arguments, authored, reading) ?? Unwritten(new WrittenFields(authored).InNote(arguments))
                ?? (authored.Intent.AsksToNote(Text(arguments, "key")) || IsOwnNote(arguments, authored, reading) ? Unwritten(Message(input, arguments, authored, reading).InNote(arguments)) : Unasked(input)),
            "state.delete" => authored.Intent.AsksToForget(Text(arguments, "key")) ? null : Unasked(input),
            AgentTasks.PublishTool => Quotation(input.Tool, arguments, authored, reading) ?? Mark(arguments, authored, reading) ?? HandedOn.InNews(arguments, authored, reading) ?? Unwritten(Message(input, arguments, authored, reading).InNews(arguments) ?? new WrittenFields(authored).InNews(arguments)) ?? (authored.Intent.AsksFor(Intent.Tell) ? null : Unasked(input)),
            AgentTasks.DelegateTool => Receiver(arguments, authored, reading) ?? Quotation(input.Tool, arguments, authored, reading) ?? HandedOn.InTask(arguments, authored, reading) ?? Unwritten(Message(input, arguments, authored, reading).InTask(arguments) ?? new WrittenFields(authored).InTask(arguments)) ?? Handed(arguments, authored),
            "a2a.complete" or "a2a.fail" => Order(arguments, authored, reading),
            "a2a.accept" or ActionPlan.Tool => null,
            _ when input.Tier > RiskTier.Read => Change(input, arguments, authored, reading),
            _ => CallAddresses.FirstUnnamed(input.Tool, arguments, input.Environment, authored, reading) is { } address ? new UntrustedUse(UntrustedKind.Address, address)
                : Carried(input.Tool, arguments, authored, reading) ?? Unwritten(OutwardCall.FirstUnwritten(input, arguments, authored, reading)),
        };

    private static OutwardMessage Message(GuardrailInput input, JsonElement arguments, AuthoredText authored, OutsideReading reading) =>
        new(new OutwardWords(authored, reading, CallOrigin.Of(input.Tool, arguments), input.Now), authored, reading);

    private static UntrustedUse? Unwritten(string? text) => text is null ? null : new UntrustedUse(UntrustedKind.Unwritten, text);

    private static UntrustedUse? Change(GuardrailInput input, JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        var values = CallValues.Of(input.Tool, arguments, input.Actions);
        foreach (var value in values)
        {
            if (!authored.Contains(value.Text) && !IsLeftToTheRun(value, input, authored, reading) && (value.IsNumber || !reading.IsOnlyListed(value.Text)))
            {
                return new UntrustedUse(UntrustedKind.Value, value.Text);
            }
        }

        var deed = DeedOf(input, arguments);
        var what = values.Where(v => !v.IsPlace).Select(v => v.Text).ToList();
        return IsAskedFor(values, deed, authored, reading) && !authored.Orders(deed, what, values.Exists(v => v.IsNumber))
            ? new UntrustedUse(UntrustedKind.Wish, what.FirstOrDefault() ?? input.Tool)
            : authored.Intent.AsksFor(input.Tool, input.Actions, values, authored.IsNamedByTrigger, reading) ? Unwritten(Other(input.Tool, arguments, authored, reading))
            : new UntrustedUse(UntrustedKind.Intent, $"{input.Actions[0].Verb} {input.Actions[0].Target.Text}");
    }

    // What was asked for is sent as people wrote it: no more fields, no other values, nothing put together.
    private static string? Other(string tool, JsonElement arguments, AuthoredText authored, OutsideReading reading) =>
        tool is "kubectl.label" or "kubectl.annotate" ? WrittenMarks.FirstOther(arguments, authored, reading)
        : tool == "kubectl.patch" ? WrittenPatch.FirstOther(arguments, authored)
        : tool.StartsWith("http.", StringComparison.Ordinal) ? WrittenBody.FirstOther(Text(arguments, "url"), Text(arguments, "body"), authored)
        : tool.StartsWith("mcp.", StringComparison.Ordinal) ? arguments.EnumerateObject().SelectMany(a => CallValues.Texts(a.Value)).FirstOrDefault(text => !authored.HasPiece(text)) : null;

    // People may leave the choice to the run: "between 2 and 6 replicas", "the Deployment that the alert names".
    private static bool IsLeftToTheRun(CallValue value, GuardrailInput input, AuthoredText authored, OutsideReading reading) => value.IsNumber
        ? (input.Tool == "kubectl.scale" || AskedCall.IsCount(input.Actions[0])) && (authored.Intent.Says(value.Text) || (!reading.IsMentioned(value.Text) && authored.Intent.Spans(value.Text)))
        : authored.IsNamedByTrigger(value.Text) && reading.IsListed(value.Text);

    // A value that stands in no text from outside shows that people's wish is meant, and not that text's; unless people did not name it, and the text asks for things without names.
    private static bool IsAskedFor(List<CallValue> values, Deed deed, AuthoredText authored, OutsideReading reading)
    {
        foreach (var value in values)
        {
            if (!value.IsPlace && !reading.IsMentioned(value.Text) && (authored.Contains(value.Text) || !reading.Sweeps(deed)))
            {
                return false;
            }
        }

        return reading.Asks(deed);
    }

    private static Deed DeedOf(GuardrailInput input, JsonElement arguments)
    {
        var deed = Deed.None;
        foreach (var action in input.Actions)
        {
            deed |= DeedOf(action.Verb);
        }

        foreach (var text in input.Line is null && !input.Tool.StartsWith("mcp.", StringComparison.Ordinal) ? [] : CallValues.Texts(arguments).Append(input.Tool))
        {
            deed |= DeedOf(text);
        }

        return (deed & (Deed.Scale | Deed.Delete)) != 0 ? deed | Deed.Stop : deed;
    }

    private static Deed DeedOf(string text)
    {
        var deed = Deed.None;
        foreach (var range in new TextTerms(text))
        {
            foreach (var part in text.AsSpan(range).SplitAny('-', '.', '_'))
            {
                deed |= DeedWords.Of(text.AsSpan(range)[part]);
            }
        }

        return deed;
    }

    private static bool TurnsToAgents(string text)
    {
        foreach (var range in new TextTerms(text))
        {
            if (DeedWords.TurnsToAgents(text.AsSpan(range)))
            {
                return true;
            }
        }

        return false;
    }

    private static UntrustedUse Unasked(GuardrailInput input) =>
        new(UntrustedKind.Intent, $"{input.Tool} {input.Actions[0].Target.Text}");

    private static UntrustedUse? Receiver(JsonElement arguments, AuthoredText authored, OutsideReading reading) =>
        Text(arguments, "to") is { Length: > 0 } to && !authored.Contains(to) && reading.IsMentioned(to) ? new UntrustedUse(UntrustedKind.Value, to) : null;

    private static UntrustedUse? Handed(JsonElement arguments, AuthoredText authored) =>
        Text(arguments, "to") is var to && authored.Intent.AsksToAsk(to, authored.Contains(to)) ? null : new UntrustedUse(UntrustedKind.Intent, $"{AgentTasks.DelegateTool} {to}");

    // A note's name is read by later runs as much as what stands in it.
    private static UntrustedUse? Key(JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        var key = Text(arguments, "key");
        return key.Split('-', '_', '.').FirstOrDefault(part => DeedOf(part) != Deed.None && reading.IsMentioned(part) && !authored.Contains(key)) is null ? null : new UntrustedUse(UntrustedKind.Value, key);
    }

    // A note that nobody asked for passes in the run's own words: it speaks of nothing that is done to anything, and of nothing that text from outside speaks of.
    private static bool IsOwnNote(JsonElement arguments, AuthoredText authored, OutsideReading reading) => CallValues.Texts(arguments).SelectMany(TextForms.Of).All(text =>
        DeedOf(text) == Deed.None && Parts(text).TrueForAll(part => part.Length < 3 || part.All(char.IsDigit) || authored.Contains(part) || !reading.IsMentioned(part)));

    // An answer tells what was seen, and is text from outside for whoever gets it; an order that stood there is not handed on in it.
    private static UntrustedUse? Order(JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        var texts = CallValues.Texts(arguments).SelectMany(TextForms.Of);
        return texts.Select(text => reading.Runs.FirstIn(text, authored.Runs, TermRuns.Short, run => DeedOf(run) != Deed.None)).FirstOrDefault(q => q is not null) is { } order ? new UntrustedUse(UntrustedKind.Quotation, order) : null;
    }

    // A type and labels are words to select by: none of them gives an order about what text from outside names.
    private static UntrustedUse? Mark(JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        var labels = arguments.TryGetProperty("labels", out var given) ? string.Join(' ', CallValues.Texts(given)) : "";
        var marks = TextForms.Of($"{Text(arguments, "type")} {labels}").ToList();
        var asks = marks.Exists(m => DeedOf(m) != Deed.None);
        return asks && marks.SelectMany(m => Parts(m)).FirstOrDefault(part => DeedOf(part) == Deed.None && !authored.Contains(part) && reading.IsMentioned(part)) is { } named
            ? new UntrustedUse(UntrustedKind.Quotation, named)
            : null;
    }

    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        foreach (var range in new TextTerms(text))
        {
            parts.AddRange(text[range].Split('-', '.', '_'));
        }

        return parts;
    }

    // What one source wrote is not carried to another one in the question.
    private static UntrustedUse? Carried(string tool, JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        var texts = tool.StartsWith("mcp.", StringComparison.Ordinal) ? CallValues.Texts(arguments)
            : tool.StartsWith("http.", StringComparison.Ordinal) ? CallValues.Texts(arguments).Select(t => t.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? t[at..] : t.Contains("://", StringComparison.Ordinal) ? "" : t)
            : [];
        var quotation = texts.SelectMany(TextForms.Of).Select(text => reading.Runs.FirstIn(text, authored.Runs, TermRuns.Long)).FirstOrDefault(q => q is not null);
        quotation ??= tool.StartsWith("http.", StringComparison.Ordinal) && Text(arguments, "url") is { Length: > 0 } url ? CarriedParts.FirstIn(url, authored, reading) : null;
        quotation ??= tool.StartsWith("http.", StringComparison.Ordinal) && arguments.TryGetProperty("headers", out var headers) ? CallValues.Texts(headers).Select(h => CarriedParts.OfHeader(h, authored, reading)).FirstOrDefault(h => h is not null) : null;
        quotation ??= tool.StartsWith("mcp.", StringComparison.Ordinal) ? CallValues.Texts(arguments).Select(t => CarriedParts.Token(t, authored, reading) ?? CarriedParts.Hidden(t, authored, reading)).FirstOrDefault(t => t is not null) : null;
        return quotation is null ? null : new UntrustedUse(UntrustedKind.Quotation, quotation);
    }

    private static string Text(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // The agent's own notes stay text from outside for the runs that read them: only what asks for something is kept out of them.
    private static UntrustedUse? Quotation(string tool, JsonElement arguments, AuthoredText authored, OutsideReading reading)
    {
        foreach (var text in CallValues.Texts(arguments).SelectMany(TextForms.Of))
        {
            var asks = DeedOf(text) != Deed.None;
            var length = asks ? TermRuns.Short : TermRuns.Long;
            if ((asks || tool != "state.set" || TurnsToAgents(text)) && reading.Runs.FirstIn(text, authored.Runs, length) is { } quotation)
            {
                return new UntrustedUse(UntrustedKind.Quotation, quotation);
            }

            if (CallAddresses.OfText(text).FirstOrDefault(host => !authored.NamesHost(host) && reading.IsMentioned(host)) is { } host)
            {
                return new UntrustedUse(UntrustedKind.Address, host);
            }
        }

        return null;
    }
}
