namespace Legator.Operator.ModelTiers;

/// <summary>Why a tier cannot be used.</summary>
/// <param name="Reason">One CamelCase word.</param>
/// <param name="Message">Field, what is wrong, and the fix.</param>
internal sealed record TierProblem(string Reason, string Message)
{
    public const string UnknownProvider = "ProviderUnknown";
    public const string Invalid = "TierInvalid";
    public const string AuthMissing = "AuthMissing";
    public const string SecretMissing = "SecretNotFound";
}
