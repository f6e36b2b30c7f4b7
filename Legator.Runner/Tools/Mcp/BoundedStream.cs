namespace Legator.Runner.Tools.Mcp;

/// <summary>What a server sends, read up to a limit: for each message, and for all of them together. A server that sends more is cut off.</summary>
/// <param name="inner">The server's stream; closed with this one.</param>
/// <param name="breaks">Line breaks in a row that end a message: 1 for a message a line, 2 for events, 0 where all is one message.</param>
internal sealed class BoundedStream(Stream inner, int breaks) : Stream
{
    /// <summary>Most bytes of one message.</summary>
    public const int MostMessage = 4 << 20;

    /// <summary>Most bytes of all messages of one stream.</summary>
    public const long MostTotal = 64L << 20;

    private long _total;
    private int _message;
    private int _inRow;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Counted(buffer.Span[..read]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(ReadOnlySpan<byte> read)
    {
        _total += read.Length;
        foreach (var value in read)
        {
            _message++;
            _inRow = value == '\n' ? _inRow + 1 : value == '\r' ? _inRow : 0;
            if (breaks > 0 && _inRow >= breaks)
            {
                _message = 0;
            }
        }

        if (_message > MostMessage || _total > MostTotal)
        {
            throw new IOException($"The server sent more than {(_total > MostTotal ? MostTotal : MostMessage) >> 20} MiB, and was cut off.");
        }

        return read.Length;
    }
}
