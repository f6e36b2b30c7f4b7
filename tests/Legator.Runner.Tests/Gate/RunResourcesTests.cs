using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Gate;

public sealed class RunResourcesTests
{
    [Fact]
    public async Task Get_SameName_IsOpenedOnceAndClosedWithTheRun()
    {
        var resources = new RunResources();
        var first = await resources.GetAsync("web-1", () => Task.FromResult(new Line()));
        (await resources.GetAsync("web-1", () => Task.FromResult(new Line()))).ShouldBeSameAs(first);

        await resources.DisposeAsync();
        first.Closed.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_AfterAFailure_TriesAgain()
    {
        await using var resources = new RunResources();
        await Should.ThrowAsync<IOException>(() => resources.GetAsync<Line>("web-1", () => throw new IOException("no route")));
        (await resources.GetAsync("web-1", () => Task.FromResult(new Line()))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Drop_Broken_IsClosedAndOpenedAnew()
    {
        await using var resources = new RunResources();
        var broken = await resources.GetAsync("web-1", () => Task.FromResult(new Line()));
        await resources.DropAsync<Line>("web-1");
        broken.Closed.ShouldBeTrue();
        (await resources.GetAsync("web-1", () => Task.FromResult(new Line()))).ShouldNotBeSameAs(broken);
    }

    private sealed class Line : IAsyncDisposable
    {
        public bool Closed { get; private set; }

        public ValueTask DisposeAsync()
        {
            Closed = true;
            return ValueTask.CompletedTask;
        }
    }
}
