using System.Collections.Frozen;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>All tools by name. Two tools of one name, or a name that no model provider takes, stop the start.</summary>
internal sealed class ToolCatalog
{
    private readonly FrozenDictionary<string, Tool> _byName;

    public ToolCatalog(IEnumerable<Tool> tools)
    {
        var all = tools.ToList();
        var twice = all.GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidOperationException($"Two tools are named '{twice.Key}': {string.Join(" and ", twice.Select(t => t.GetType().Name))}.");
        }

        _byName = all.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        Declarations = [.. all.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new ToolDeclaration(t.Name, t.Description, t.Schema))];
    }

    /// <summary>All tools as models are told of them, sorted by name.</summary>
    public IReadOnlyList<ToolDeclaration> Declarations { get; }

    /// <summary>The tool of exactly that name; null when there is none.</summary>
    public Tool? Find(string name) => _byName.GetValueOrDefault(name);
}
