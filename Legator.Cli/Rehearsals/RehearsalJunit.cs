using System.Xml.Linq;
using Legator.Cli.Output;
using Legator.Runner.Rehearsals;

namespace Legator.Cli.Rehearsals;

/// <summary>A rehearsal as build servers read test results: a case for each scene, and one for the coverage.</summary>
internal static class RehearsalJunit
{
    public static string Of(RehearsalReport report, int leastCoverage)
    {
        var covered = report.Percent >= leastCoverage;
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", $"rehearsal of {report.Skill}"),
            new XAttribute("tests", report.Scenes.Count + 1),
            new XAttribute("failures", report.Scenes.Count(scene => scene.Deviations.Count > 0) + (covered ? 0 : 1)),
            new XAttribute("skipped", report.Scenes.Count(scene => scene.LeftOut is not null)),
            report.Scenes.Select(scene => Case(report, scene)),
            Case(report, "coverage of the action sheet", covered ? null : $"{report.Percent} % of the action sheet's entries were exercised, and {leastCoverage} % are wanted"));
        return new XDocument(suite).ToString();
    }

    private static XElement Case(RehearsalReport report, PlayedScene scene)
    {
        var element = Case(report, scene.Name, scene.Deviations.Count == 0 ? null : string.Join("\n", scene.Deviations));
        if (scene.LeftOut is { } why)
        {
            element.Add(new XElement("skipped", new XAttribute("message", Terminal.Clean(why))));
        }

        return element;
    }

    private static XElement Case(RehearsalReport report, string name, string? failure) => new(
        "testcase",
        new XAttribute("classname", report.Skill),
        new XAttribute("name", Terminal.Clean(name)),
        failure is null ? null : new XElement("failure", new XAttribute("message", Terminal.OneLine(failure, 300)), Terminal.Clean(failure)));
}
