using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Tests.Guardrails;

/// <summary>A sheet of ten thousand entries is looked up in the time of one of ten. The quickest of many rounds counts, so that other work on the machine does not.</summary>
public sealed class SheetSizeTests
{
    private const int Rounds = 300;
    private const int Calls = 200;
    private const double Most = 4;

    public static TheoryData<string> Shapes => ["pods/web-{0} -n demo", "pods/* -n team-{0}", "pods/web-{0}* -n demo", "get pods/{0}-* -n demo", "*/web-{0} -n demo"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Covering_TenThousandEntriesOfOneTool_TakesNoLongerThanTen(string shape)
    {
        var action = Guardrails.Calls.Kube("get", "pods", "web-7");
        var (small, large) = (Sheet(shape, 10), Sheet(shape, 10_000));
        var (few, many) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            few = Math.Min(few, Time(small, action));
            many = Math.Min(many, Time(large, action));
        }

        (many / few).ShouldBeLessThan(Most);
    }

    private static ActionSheetIndex Sheet(string shape, int entries) => ActionSheetIndex.Build(Enumerable.Range(0, entries)
        .Select(i => new DeclaredAction($"e{i}", "kubectl.get", RiskTier.Read) { TargetPattern = string.Format(null, shape, i) }));

    private static double Time(ActionSheetIndex sheet, ProposedAction action)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Calls; i++)
        {
            sheet.Covering("kubectl.get", action);
        }

        return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds;
    }
}
