using Legator.Runner.Providers;

namespace Legator.Runner.Tests.Providers;

public sealed class ToolNamesTests
{
    private static readonly string[] Awkward =
        ["kubectl.get", "kubectl_get", "mcp.files.read_file", "mcp.files_read.file", "a2a.check_tasks", "mcp." + new string('x', 80) + ".one", "mcp." + new string('x', 80) + ".two", "größe.messen"];

    [Fact]
    public void Names_ThereAndBack_AreTheSame()
    {
        var names = new ToolNames(Awkward);
        Awkward.Select(n => names.FromVendor(names.ToVendor(n))).ShouldBe(Awkward);
        Awkward.Select(names.ToVendor).ShouldBeUnique();
        Awkward.Select(names.ToVendor).ShouldAllBe(n => n.Length <= 64 && n.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || c == '-'));
    }

    [Fact]
    public void Names_DependOnTheSetAlone()
    {
        var forward = new ToolNames(Awkward);
        var backward = new ToolNames(Awkward.Reverse());
        Awkward.Select(forward.ToVendor).ShouldBe(Awkward.Select(backward.ToVendor));
    }

    [Fact]
    public void Name_ThatTheModelMadeUp_StaysAsItIs() => new ToolNames(Awkward).FromVendor("rm_rf").ShouldBe("rm_rf");
}
