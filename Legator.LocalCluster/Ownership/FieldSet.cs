using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Ownership;

/// <summary>
/// A set of field paths as a tree, in the steps of FieldsV1: <c>f:name</c>, <c>k:{"key":…}</c>, <c>v:value</c>.
/// A node is in the set itself when it is a member; its children are in it on their own account.
/// </summary>
internal sealed class FieldSet
{
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<string, FieldSet> _none = [];
    private Dictionary<string, FieldSet>? _children;

    public bool Member { get; private set; }

    public bool IsEmpty => !Member && Children.Values.All(c => c.IsEmpty);

    public IReadOnlyDictionary<string, FieldSet> Children => _children ?? _none;

    public static FieldSet FromJson(JsonObject fields)
    {
        FieldSet set = new();
        foreach ((string step, JsonNode? below) in fields)
        {
            if (step == ".")
            {
                set.Member = true;
            }
            else
            {
                JsonObject children = below as JsonObject ?? [];
                FieldSet child = FromJson(children);
                child.Member |= children.Count == 0;
                (set._children ??= [])[step] = child;
            }
        }

        return set;
    }

    public JsonObject ToJson()
    {
        JsonObject fields = [];
        if (Member && Children.Values.Any(c => !c.IsEmpty))
        {
            fields["."] = new JsonObject();
        }

        foreach ((string step, FieldSet child) in Children.Where(c => !c.Value.IsEmpty).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            fields[step] = child.ToJson();
        }

        return fields;
    }

    public void Insert(IReadOnlyList<string> path)
    {
        FieldSet node = this;
        foreach (string step in path)
        {
            node._children ??= [];
            if (!node._children.TryGetValue(step, out FieldSet? child))
            {
                node._children[step] = child = new FieldSet();
            }

            node = child;
        }

        node.Member = true;
    }

    public FieldSet Union(FieldSet other) => Combine(this, other, (a, b) => a || b);

    public FieldSet Except(FieldSet other) => Combine(this, other, (a, b) => a && !b);

    public FieldSet Intersect(FieldSet other) => Combine(this, other, (a, b) => a && b);

    public bool SameAs(FieldSet other) => Combine(this, other, (a, b) => a != b).IsEmpty;

    /// <summary>The members as people read them: <c>.spec.items[name="a"].v</c>.</summary>
    public IEnumerable<string> Paths(string prefix = "")
    {
        if (Member)
        {
            yield return prefix;
        }

        foreach ((string step, FieldSet child) in Children.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            foreach (string path in child.Paths(prefix + Text(step)))
            {
                yield return path;
            }
        }
    }

    private static string Text(string step) => step[..2] switch
    {
        "f:" => "." + step[2..],
        "v:" => $"[={step[2..]}]",
        "k:" => $"[{string.Join(",", JsonNode.Parse(step[2..])!.AsObject().Select(p => $"{p.Key}={p.Value?.ToJsonString(Compact)}"))}]",
        _ => $"[{step[2..]}]",
    };

    private static FieldSet Combine(FieldSet? a, FieldSet? b, Func<bool, bool, bool> keep)
    {
        FieldSet result = new() { Member = keep(a?.Member ?? false, b?.Member ?? false) };
        foreach (string step in (a?.Children.Keys ?? []).Union(b?.Children.Keys ?? []))
        {
            FieldSet child = Combine(a?.Children.GetValueOrDefault(step), b?.Children.GetValueOrDefault(step), keep);
            if (child.Member || child._children is not null)
            {
                (result._children ??= [])[step] = child;
            }
        }

        return result;
    }
}
