using LibGit2Sharp;

namespace Legator.Operator.Skills.Git;

/// <summary>One question of libgit2 and its answer.</summary>
internal sealed class GitTransportStream(GitTransport transport, GitConversation conversation, bool lists) : SmartSubtransportStream(transport)
{
    private const int MostQuestion = 4 * 1024 * 1024;
    private readonly MemoryStream _question = new();
    private readonly byte[] _buffer = new byte[16 * 1024];
    private Stream? _answer;

    public override int Write(Stream dataStream, long length)
    {
        while (length > 0 && dataStream.Read(_buffer, 0, (int)Math.Min(_buffer.Length, length)) is > 0 and var count)
        {
            _question.Write(_buffer, 0, count);
            length -= count;
        }

        return _question.Length <= MostQuestion ? 0 : -1;
    }

    public override int Read(Stream dataStream, long length, out long bytesRead)
    {
        _answer ??= lists ? conversation.References() : conversation.Pack(_question.ToArray());
        bytesRead = _answer.Read(_buffer, 0, (int)Math.Min(_buffer.Length, length));
        dataStream.Write(_buffer, 0, (int)bytesRead);
        return 0;
    }

    protected override void Free()
    {
        _answer?.Dispose();
        base.Free();
    }
}
