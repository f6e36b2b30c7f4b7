using Legator.Core.Skills.Remote;

namespace Legator.Backends.SkillSources;

/// <summary>Reads what a server sends, up to a limit: what it says of the length is no promise.</summary>
internal static class BoundedBody
{
    /// <summary>All of a body.</summary>
    /// <param name="content">The body.</param>
    /// <param name="most">Most bytes that it may have.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="SkillSourceException">It is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, long most, string what, CancellationToken cancellationToken)
    {
        var tooLarge = SkillSourceException.Refusing($"{what} is larger than {(most >= 1024 * 1024 ? $"{most / (1024 * 1024)} MiB" : $"{most / 1024} KiB")}");
        if (content.Headers.ContentLength > most)
        {
            throw tooLarge;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (read.Length + count > most)
            {
                throw tooLarge;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
