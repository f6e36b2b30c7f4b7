using Legator.Core;

namespace Legator.Web.Api;

internal static class Answer
{
    /// <summary>Answers with the product's JSON rules.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, LegatorJson.Options, statusCode: status);
}
