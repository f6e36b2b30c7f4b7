using System.Text;

namespace Legator.Runner.Tools.Http;

/// <summary>Reads an answer that must be read whole to be understood, up to a size.</summary>
internal static class BoundedBody
{
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The body as text; null when it is longer than <see cref="MaxBytes"/>.</summary>
    public static async Task<string?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > MaxBytes)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
