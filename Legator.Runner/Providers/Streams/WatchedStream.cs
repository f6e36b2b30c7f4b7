namespace Legator.Runner.Providers.Streams;

/// <summary>The bytes of a reply as they come. One that stalls, breaks off or never ends is a failure of the connection like any other.</summary>
/// <param name="inner">The connection.</param>
/// <param name="patience">How long anything may fail to come.</param>
/// <param name="mostBytes">A longer reply is given up.</param>
/// <param name="time">Measures the waits.</param>
internal sealed class WatchedStream(Stream inner, StreamPatience patience, long mostBytes, TimeProvider time) : Stream
{
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _count; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(_count == 0 ? patience.First : patience.Next, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var count = await inner.ReadAsync(buffer, either.Token);
            _count += count;
            return _count <= mostBytes ? count : throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The reply has more than {mostBytes} bytes.");
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw patience.Lost(_count == 0);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, $"The reply broke off: {e.Message}", e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
