namespace Legator.Web.Api;

/// <summary>Ends an API call with an answer that names what is wrong and the fix.</summary>
internal sealed class ApiException(int status, string reason, string detail, string? field = null) : Exception(detail)
{
    public int Status { get; } = status;

    /// <summary>CamelCase.</summary>
    public string Reason { get; } = reason;

    public string? Field { get; } = field;

    public static ApiException Invalid(string field, string detail) => new(StatusCodes.Status400BadRequest, "InvalidValue", $"{field}: {detail}", field);

    public static ApiException NotFound(string detail) => new(StatusCodes.Status404NotFound, "NotFound", detail);
}
