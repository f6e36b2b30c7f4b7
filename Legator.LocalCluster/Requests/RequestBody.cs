using System.Buffers;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Requests;

/// <summary>Reads a request's body up to the size that the API server takes.</summary>
internal static class RequestBody
{
    public const int Limit = 3 * 1024 * 1024;

    public static async ValueTask<byte[]> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > Limit)
        {
            throw ApiErrors.TooLarge(Limit);
        }

        System.IO.Pipelines.PipeReader reader = http.Request.BodyReader;
        while (true)
        {
            System.IO.Pipelines.ReadResult result = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
            if (result.Buffer.Length > Limit)
            {
                throw ApiErrors.TooLarge(Limit);
            }

            if (result.IsCompleted)
            {
                byte[] body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
