using Legator.EndToEnd.Tests.Product;

namespace Legator.EndToEnd.Tests;

public sealed class StartOptionTests
{
    [Theory]
    [InlineData("--urls", "ftp://x", "--urls")]
    [InlineData("--cluster-port", "99999", "--cluster-port")]
    [InlineData("--cluster-port", "many", "--cluster-port")]
    [InlineData("--no-such-option", "x", "--no-such-option")]
    [InlineData("--data-dir", "/etc/hostname", "--data-dir")]
    public async Task BadOption_AtStart_IsRefusedByName(string option, string value, string named)
    {
        await using var process = RunningProcess.Start(ProductBuild.Program("Legator.AppHost"), [option, value]);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldNotBe(0);
        process.Output.ShouldContain(named);
        process.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task SecondStart_OnAUsedDataDir_IsRefusedByName()
    {
        await using var first = new EmbeddedProduct("--no-quickstart");
        await first.StartAsync();
        await using var second = RunningProcess.Start(
            ProductBuild.Program("Legator.AppHost"), ["--data-dir", first.DataDir, "--urls", "http://127.0.0.1:0", "--cluster-port", "0"]);
        await second.WaitForExitAsync();
        second.ExitCode.ShouldNotBe(0);
        second.Output.ShouldContain("--data-dir");
    }
}
