using System.Text.Json.Nodes;

namespace Legator.Core.Actions.Classification.Kubernetes.Contents;

/// <summary>One field that a patch changes.</summary>
/// <param name="Path">Names from the object down, with slashes between; positions in lists are left as they are written.</param>
/// <param name="Value">What it becomes; null when it is taken away, or becomes nothing.</param>
internal readonly record struct PatchChange(string Path, JsonNode? Value)
{
    /// <summary>True when the path is this field, or lies below it.</summary>
    public bool IsIn(string field) =>
        Path.StartsWith(field, StringComparison.OrdinalIgnoreCase) && (Path.Length == field.Length || Path[field.Length] == '/');

    /// <summary>True when the field, or one above it, has this name.</summary>
    public bool Passes(string name)
    {
        for (var at = Path.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = Path.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || Path[at - 1] == '/') && (at + name.Length == Path.Length || Path[at + name.Length] == '/'))
            {
                return true;
            }
        }

        return false;
    }
}
