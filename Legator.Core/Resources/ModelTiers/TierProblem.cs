namespace Legator.Core.Resources.ModelTiers;

/// <summary>Why a tier cannot be used.</summary>
/// <param name="Reason">One CamelCase word.</param>
/// <param name="Message">Field, what is wrong, and the fix.</param>
public sealed record TierProblem(string Reason, string Message)
{
    /// <summary>The provider is none.</summary>
    public const string UnknownProvider = "ProviderUnknown";

    /// <summary>A field cannot be so.</summary>
    public const string Invalid = "TierInvalid";

    /// <summary>Nothing says how to authenticate.</summary>
    public const string AuthMissing = "AuthMissing";

    /// <summary>The Secret is not there.</summary>
    public const string SecretMissing = "SecretNotFound";
}
