using System.Globalization;
using System.Text;

namespace Legator.LocalCluster.Schemas;

/// <summary>The path of the value under the cursor. Pushed and popped while walking, written out only when something is wrong.</summary>
internal sealed class FieldPath
{
    private Segment[] segments = new Segment[16];
    private int depth;

    /// <summary>True at the root object.</summary>
    public bool IsRoot => depth == 0;

    public void Push(string name) => Add(new Segment(name, -1));

    public void Push(int index) => Add(new Segment(null, index));

    public void Pop() => depth--;

    /// <summary>The path of a child of the current value.</summary>
    public string Child(string name) => depth == 0 ? name : $"{this}.{name}";

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            var (name, index) = segments[i];
            if (name is null)
            {
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(name);
            }
        }
        return text.ToString();
    }

    private void Add(Segment segment)
    {
        if (depth == segments.Length)
        {
            Array.Resize(ref segments, depth * 2);
        }
        segments[depth++] = segment;
    }

    private readonly record struct Segment(string? Name, int Index);
}
