using System.Buffers;
using System.Text;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Responses;

/// <summary>Writes whole answers.</summary>
internal static class Respond
{
    public static Task JsonAsync(HttpContext http, int code, byte[] body)
    {
        HttpResponse response = http.Response;
        response.StatusCode = code;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-cache, private";
        response.ContentLength = body.Length + 1;
        response.BodyWriter.Write(body);
        response.BodyWriter.Write("\n"u8);
        return response.BodyWriter.FlushAsync(http.RequestAborted).AsTask();
    }

    public static Task TextAsync(HttpContext http, int code, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = code;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = body.Length;
        return http.Response.BodyWriter.WriteAsync(body, http.RequestAborted).AsTask();
    }

    public static Task ErrorAsync(HttpContext http, ApiException error)
    {
        if (error.RetryAfterSeconds > 0)
        {
            http.Response.Headers.RetryAfter = error.RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return JsonAsync(http, error.Code, StatusBody.Failure(error));
    }

    /// <summary>Adds the warnings that the request gathered; kubectl shows them.</summary>
    public static void Warnings(ApiRequest request)
    {
        foreach (string warning in request.Warnings)
        {
            string quoted = warning.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            request.Http.Response.Headers.Append("Warning", $"299 - \"{HeaderSafe(quoted)}\"");
        }
    }

    private static string HeaderSafe(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = from[i] is < ' ' or > '~' ? '?' : from[i];
        }
    });
}
