namespace Legator.ServiceDefaults.ModelAccess;

/// <summary>A token endpoint said no; asking again would not help.</summary>
/// <param name="message">Why, without secrets.</param>
public sealed class GrantRefusedException(string message) : Exception(message);
