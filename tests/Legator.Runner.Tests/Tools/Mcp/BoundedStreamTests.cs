using Legator.Runner.Tools.Mcp;

namespace Legator.Runner.Tests.Tools.Mcp;

public sealed class BoundedStreamTests
{
    private const int Mebibyte = 1 << 20;

    [Theory]
    [InlineData("x", 0, 3, false)]
    [InlineData("x", 0, 5, true)]
    [InlineData("{}\n", 1, 20, false)]
    [InlineData("{}\n", 2, 5, true)]
    [InlineData("data: {}\r\n\r\n", 2, 20, false)]
    [InlineData("{}\n", 1, 65, true)]
    public async Task Read_MessagesOfAServer_AreBoundedEachAndTogether(string text, int breaks, int mebibytes, bool cut)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, mebibytes * Mebibyte / text.Length)));
        await using var stream = new BoundedStream(new MemoryStream(bytes), breaks);
        var reading = stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        if (cut)
        {
            (await Should.ThrowAsync<IOException>(reading)).Message.ShouldContain("was cut off");
        }
        else
        {
            await reading;
        }
    }
}
