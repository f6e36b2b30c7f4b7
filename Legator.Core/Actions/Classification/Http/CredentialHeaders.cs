namespace Legator.Core.Actions.Classification.Http;

/// <summary>Headers that carry credentials. What a model writes into them is not sent, so it leaves nothing there.</summary>
public static class CredentialHeaders
{
    // Whatever a site calls its credentials, these words are in the name.
    private static readonly string[] Words = ["auth", "cookie", "token", "secret", "passw", "apikey", "api-key", "api_key", "access-key", "accesskey", "private-key", "credential", "session", "signature", "jwt"];

    /// <summary>True when the name says that the header carries a credential.</summary>
    public static bool Are(string name)
    {
        foreach (var word in Words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
