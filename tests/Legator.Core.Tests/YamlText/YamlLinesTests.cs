using Legator.Core.YamlText;

namespace Legator.Core.Tests.YamlText;

public sealed class YamlLinesTests
{
    private const string Text = """
        # said before
        kind: One
        spec:
          list:
            - a: 1
              b: {c: [x,
                      y]}
        ---

        ---
        kind: Two
        """;

    [Theory]
    [InlineData("", 2)]
    [InlineData("kind", 2)]
    [InlineData("spec.list[0]", 5)]
    [InlineData("SPEC.LIST[0].A", 5)]
    [InlineData("spec.list[0].b.c[1]", 7)]
    [InlineData("spec.list[0].missing.deeper[3]", 5)]
    [InlineData("nothing", 2)]
    public void Find_Path_IsItsLineOrTheNearest(string path, int line) => YamlLines.Of(Text).Find(path).ShouldBe(line);

    [Fact]
    public void Find_LaterDocument_SkipsEmptyOnes()
    {
        YamlLines.Of(Text).Find("kind", 1).ShouldBe(11);
        YamlLines.Of(Text).Find("kind", 2).ShouldBeNull();
    }

    [Theory]
    [InlineData("a: 1\nb: [", "a", 1)]
    [InlineData("a: &x {b: 1}\nc: *x", "c.b", 2)]
    [InlineData("? [a]\n: b", "a", 1)]
    public void Of_DamagedOrOdd_HasLinesAsFarAsItCanBeRead(string text, string path, int line) => YamlLines.Of(text).Find(path).ShouldBe(line);
}
