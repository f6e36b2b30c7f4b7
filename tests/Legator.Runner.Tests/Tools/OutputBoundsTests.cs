using System.Text;
using CsCheck;
using Legator.Runner.Tools;

namespace Legator.Runner.Tests.Tools;

public sealed class OutputBoundsTests
{
    [Fact]
    public void Apply_ShortText_StaysAsItIs() => OutputBounds.Apply("a\nb", 10, 2, false).ShouldBe("a\nb");

    [Fact]
    public void Apply_TooManyLines_CutsAtALineAndSaysWhatIsMissing() =>
        OutputBounds.Apply("a\nb\nc\nd", 100, 2, false).ShouldBe("a\nb\n[4 bytes, 2 lines, left out after this; ask for less to see it]");

    [Fact]
    public void Apply_KeepEnd_CutsTheBeginning() =>
        OutputBounds.Apply("a\nb\nc\nd", 100, 2, true).ShouldBe("[4 bytes, 2 lines, left out before this; ask for less to see it]\nc\nd");

    [Fact]
    public void Apply_OneLongLine_CutsBetweenCharacters()
    {
        var cut = OutputBounds.Apply("😀😀😀", 7, 10, false);
        cut.ShouldStartWith("😀\n[8 bytes left out");
        OutputBounds.Apply("😀😀😀", 7, 10, true).ShouldEndWith("]\n😀");
    }

    [Fact]
    public void Apply_AnyText_StaysWithinItsBoundsAndIsValidText() =>
        Gen.Select(Gen.String, Gen.Int[1, 200], Gen.Int[1, 20], Gen.Bool).Sample((text, bytes, lines, end) =>
        {
            var cut = OutputBounds.Apply(text, bytes, lines, end);
            return Encoding.UTF8.GetByteCount(cut) <= Math.Max(bytes, 0) + 120 && cut.Split('\n').Length <= lines + 1;
        });
}
