using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Legator.Core.Tests.Crds;

/// <summary>Summaries from the documentation file that the compiler writes beside an assembly; they become descriptions of the schema.</summary>
internal sealed partial class XmlDocumentation(IReadOnlyDictionary<string, string> summaries)
{
    public static XmlDocumentation Of(Assembly assembly)
    {
        var members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member");
        return new XmlDocumentation(members.ToDictionary(member => (string)member.Attribute("name")!, member => Text(member.Element("summary"))));
    }

    public string? Summary(Type type) => summaries.GetValueOrDefault($"T:{type.FullName}");

    public string? Summary(PropertyInfo property) => summaries.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");

    private static string Text(XElement? summary)
    {
        if (summary is null)
        {
            return "";
        }

        foreach (var reference in summary.Descendants().Where(element => element.Attribute("cref") is not null).ToList())
        {
            reference.ReplaceWith(((string)reference.Attribute("cref")!).Split('.')[^1]);
        }

        return Spaces().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
