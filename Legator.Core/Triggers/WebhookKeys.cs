using System.Text;

namespace Legator.Core.Triggers;

/// <summary>What callers of a webhook prove to know: the fields of the Secret that its trigger names.</summary>
/// <param name="Secret">Field <c>secret</c>: key of signatures; null without it.</param>
/// <param name="Token">Field <c>token</c>: the bearer token; null without it.</param>
public sealed record WebhookKeys(string? Secret, string? Token)
{
    /// <summary>Name of the field with the key of signatures.</summary>
    public const string SecretField = "secret";

    /// <summary>Name of the field with the bearer token.</summary>
    public const string TokenField = "token";

    /// <summary>Least length of either; what is shorter can be guessed and counts as not there.</summary>
    public const int MinLength = 16;

    /// <summary>Reads the fields of a Secret.</summary>
    /// <param name="field">Gives a field's value; null for one that is not there.</param>
    /// <returns>Null when neither can be used.</returns>
    public static WebhookKeys? Of(Func<string, string?> field)
    {
        var keys = new WebhookKeys(Usable(field(SecretField)), Usable(field(TokenField)));
        return keys is { Secret: null, Token: null } ? null : keys;
    }

    /// <summary>Names no value.</summary>
    public override string ToString() => $"WebhookKeys [{(Secret is null ? "" : SecretField)} {(Token is null ? "" : TokenField)}]";

    internal byte[] SealKey() => Encoding.UTF8.GetBytes($"seal\n{Secret}\n{Token}");

    private static string? Usable(string? value) => value?.Trim() is { Length: >= MinLength } text ? text : null;
}
