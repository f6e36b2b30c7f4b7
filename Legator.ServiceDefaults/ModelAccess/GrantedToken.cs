namespace Legator.ServiceDefaults.ModelAccess;

/// <summary>A token of OAuth.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Until">It ends then.</param>
public sealed record GrantedToken(string Value, DateTimeOffset Until)
{
    /// <inheritdoc />
    public override string ToString() => $"token until {Until:O}";
}
