using Legator.Core.Redaction;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Credentials that would leave with a request: in its address, in a header that carries none, in its body. A link that was signed for one object carries what it was signed with, and stays a link.</summary>
internal static class SentSecrets
{
    /// <summary>What to do instead of writing a credential into a request.</summary>
    public const string Remedy = "No agent writes credentials into requests: name the credential in the environment, and it is sent to its own endpoint and to nobody else.";

    // The name of a key, and what stands beside it in a link that was signed with the key.
    private static readonly (string Name, string Beside)[] Signers =
    [
        ("x-amz-credential", "x-amz-signature="), ("awsaccesskeyid", "signature="), ("accesskeyid", "action="), ("jwt", "sig="), ("token", "/object/sign/"), ("token", "/render/image/sign/"),
    ];

    /// <summary>Refuses a request that carries a credential.</summary>
    public static void Judge(HttpCall call, HttpFindings findings)
    {
        if (Holds(call.Target.Url.OriginalString))
        {
            findings.Refuse($"The address holds what is a credential by its form. {Remedy}");
        }
        else if (call.Body is { } body && Holds(body))
        {
            findings.Refuse($"The body holds what is a credential by its form. {Remedy}");
        }

        foreach (var (name, value) in call.Headers)
        {
            if (!CredentialHeaders.Are(name) && Holds(value))
            {
                findings.Refuse($"The header {name} holds what is a credential by its form. {Remedy}");
            }
        }
    }

    /// <summary>True when the text, or what it is without percent signs, holds a credential.</summary>
    public static bool Holds(string text)
    {
        var plain = HttpText.Unescape(text);
        foreach (var place in Redactor.Certain(plain))
        {
            if (!Signs(plain, place.Start.Value))
            {
                return true;
            }
        }

        return false;
    }

    // X-Amz-Credential=AKIA… beside X-Amz-Signature=…
    private static bool Signs(string text, int at)
    {
        foreach (var (name, beside) in Signers)
        {
            var start = at - name.Length - 1;
            if (start > 0 && text[at - 1] == '=' && text[start - 1] is '?' or '&' && text.AsSpan(start, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && text.Contains(beside, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
