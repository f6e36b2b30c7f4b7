using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Http.Orders;

/// <summary>Fields of a query that say what to do in more than one word.</summary>
internal static class FieldPhrases
{
    private const int MaxFields = 1000;

    /// <summary>True when a query gives a number and a text: whoever does so sends one to the other.</summary>
    public static bool Sends(ReadOnlySpan<char> query)
    {
        var (to, text) = (false, false);
        var count = 0;
        foreach (var range in query.Split('&'))
        {
            var field = query[range];
            var equals = field.IndexOf('=');
            if (++count > MaxFields || equals <= 0 || equals == field.Length - 1)
            {
                continue;
            }

            to |= field[..equals] is "to" or "recipient" or "recipients" or "phone" or "msisdn" or "mobile" or "number" or "chat_id" or "channel";
            text |= field[..equals] is "text" or "body" or "msg" or "message" or "content" or "sms";
        }

        return to && text;
    }

    /// <summary>True for a verb and a thing in one word: <c>deleteproduct=1</c>.</summary>
    /// <param name="key">The field, lower-case.</param>
    /// <param name="verbs">Which verbs count.</param>
    public static bool IsJoined(string key, FrozenSet<string> verbs)
    {
        for (var length = 3; length <= key.Length - 3 && length <= 12; length++)
        {
            if (Has(verbs, key.AsSpan(0, length)) && Has(Verbs.Things, key.AsSpan(length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for an object that holds an order: <c>{"op":"shutdown"}</c>.</summary>
    public static bool HoldsOrder(string value)
    {
        var at = value.IndexOf(':', StringComparison.Ordinal);
        while (at > 0 && at < value.Length - 2)
        {
            var rest = value.AsSpan(at + 1).TrimStart(" \"'");
            var end = 0;
            while (end < rest.Length && char.IsAsciiLetter(rest[end]))
            {
                end++;
            }

            if (end > 2 && value[at - 1] is '"' or '\'' && MutationWords.OfVerb(rest[..end]) != RiskTier.Read)
            {
                return true;
            }

            at = value.IndexOf(':', at + 1);
        }

        return false;
    }

    /// <summary>True for the name of a program's own route that ends in an order: <c>route=checkout/cart/add</c>.</summary>
    public static bool IsRoute(string key, string value) =>
        key is "route" or "r" or "controller" or "rest_route" && value.LastIndexOf('/') is > 0 and var at && value[(at + 1)..] is var verb && (Verbs.Plain.Contains(verb) || verb is "add" or "create" or "save" or "update" or "set");

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
