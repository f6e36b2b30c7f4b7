using System.Collections.Frozen;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>
/// Tells which words of an instruction people wrote to know them, and not to hand them on: <c>the store key is KX-4417-PLUM</c>, <c>pin 730-551</c>. They go nowhere, whoever asks for them,
/// unless a sentence asks to send them.
/// </summary>
internal static class KeptValues
{
    // "The code for the door of the store is": so far a value may stand from what it is called.
    private const int Near = 8;

    private static readonly FrozenSet<string> Secrets = Set("password passwords passwd pwd passphrase passcode pin pincode secret secrets safeword kennwort passwort losung losungswort losungswortes geheimnis contraseña contrasena senha clave parola");

    private static readonly FrozenSet<string> Called = Set(
        "key keys code codes token tokens credential credentials phrase word combination number login account licence license serial iban phone telephone mobile extension bridge card contract schlüssel nummer zugang code clé cle passe chiave chave número numero tarjeta");

    private static readonly FrozenSet<string> Linking = Set("is are was remains reads stays ist sind lautet es est son è é");
    private static readonly FrozenSet<string> Looking = Set("get fetch query read look lookup check search find use using request");
    private static readonly string[] Tools = ["mcp.", "http.", "dns.", "a2a.", "event."];

    /// <summary>True for a word that stands nowhere but where people told what is to be kept.</summary>
    public static bool Has(IReadOnlyList<AuthoredPassages> texts, string term)
    {
        var isKept = false;
        foreach (var said in texts.SelectMany(t => t.All))
        {
            for (var i = 0; i < said.Terms.Count; i++)
            {
                if (!said.Terms[i].Equals(term, StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (!IsKept(said, i))
                {
                    return false;
                }

                isKept = true;
            }
        }

        return isKept;
    }

    /// <summary>
    /// True for a word with digits, signs or capitals that people wrote in no sentence about this tool or this argument: what they wrote of other things is not for its server.
    /// A sentence with the server's name is about it where it asks for something.
    /// </summary>
    public static bool IsOfOthers(IReadOnlyList<AuthoredPassages> texts, string term, string tool, string argument)
    {
        if (!IsCode(term))
        {
            return false;
        }

        var server = tool.Split('.') is { Length: > 2 } parts ? parts[1] : "";
        var about = new HashSet<string>(tool[(tool.LastIndexOf('.') + 1)..].Split('-', '_').Concat(argument.Split('-', '_')).Append("mcp").Append(tool).Select(AuthoredText.Stem), StringComparer.OrdinalIgnoreCase);
        var said = texts.SelectMany(t => t.All).Where(p => p.Names(term)).ToList();
        return said.Count > 0 && !said.Exists(p => !p.Forbids && (p.Terms.Any(t => about.Contains(AuthoredText.Stem(t))) || (p.Names(server) && Asks(p).Any())));
    }

    private static bool IsCode(string term) => term.AsSpan().ContainsAnyExceptInRange('a', 'z');

    private static bool IsKept(AuthoredPassage said, int at)
    {
        // "With the key a and the value b" gives a note.
        for (var i = at - 1; i >= 0 && at - i <= Near && !said.Terms[i].Equals("value", StringComparison.OrdinalIgnoreCase); i--)
        {
            if ((Secrets.Contains(said.Terms[i]) || Called.Contains(said.Terms[i])) && IsValueOf(said, i, at))
            {
                return !IsToSend(said, i);
            }
        }

        return false;
    }

    // "The key is KX", "key: KX", "pin KX"; a plain word right behind "key" may be another noun, and is one behind no password.
    private static bool IsValueOf(AuthoredPassage said, int name, int at) =>
        IsCode(said.Terms[at]) || (at == name + 1 ? said.BreaksAt(at) || Secrets.Contains(said.Terms[name]) : Enumerable.Range(name + 1, at - name - 1).Any(i => Linking.Contains(said.Terms[i])));

    private static bool IsToSend(AuthoredPassage said, int name) =>
        said.Terms.Any(t => Tools.Any(tool => t.StartsWith(tool, StringComparison.OrdinalIgnoreCase))) || Asks(said).Any(i => i < name);

    private static IEnumerable<int> Asks(AuthoredPassage said) => said.Asking(Intent.Send | Intent.Delegate | Intent.Tell, Looking);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
