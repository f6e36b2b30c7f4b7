using System.Text;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Reads a stream to its end and keeps only the beginning, so that a command that writes for ever costs nothing.</summary>
internal sealed class BoundedOutput(int limit)
{
    private readonly MemoryStream _kept = new();

    /// <summary>Bytes that came, also those that were not kept.</summary>
    public long Total { get; private set; }

    /// <summary>The beginning, as text; what is no UTF-8 is shown as signs, and a character that was cut is left out.</summary>
    public string Text
    {
        get
        {
            var text = Encoding.UTF8.GetString(_kept.GetBuffer(), 0, (int)_kept.Length);
            return IsCut ? text.TrimEnd('\uFFFD') : text;
        }
    }

    /// <summary>More came than was kept.</summary>
    public bool IsCut => Total > limit;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            Total += count;
            _kept.Write(buffer, 0, (int)Math.Min(count, Math.Max(0, limit - _kept.Length)));
        }
    }
}
