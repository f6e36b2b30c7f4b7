using Legator.Core.Actions.Classification.Kubernetes.Commands;

namespace Legator.Core.Actions.Classification.Kubernetes.Lines;

/// <summary>One call of kubectl, taken apart: the same for a line and for a tool with JSON arguments.</summary>
/// <param name="command">The command.</param>
/// <param name="context">What is known of the estate.</param>
internal sealed class KubectlCall(KubectlCommand command, ClassificationContext context)
{
    /// <summary>Stands for a name that nobody knows, but that is surely one word and no flag.</summary>
    public const string SomeName = "\uE002";

    private readonly List<(string Name, string? Value)> _values = [];

    public KubectlCommand Command { get; set; } = command;

    public ClassificationContext Context { get; } = context;

    /// <summary>What is no flag, in order; null for a word that is not known.</summary>
    public List<string?> Operands { get; } = [];

    /// <summary>How many operands stand before <c>--</c>; null without one.</summary>
    public int? OperandsBeforeDashes { get; set; }

    /// <summary>Why nothing may let the call through; null when that is not so.</summary>
    public string? Blocked { get; set; }

    /// <summary>What cannot be told of the call; null when all can. Such a call is no read.</summary>
    public string? Doubt { get; set; }

    /// <summary>The objects that a tool call carries in its arguments; null for a line, whose files nobody can see from here.</summary>
    public string? Manifest { get; set; }

    /// <summary>True for the call of a tool, which shows things in its own way and no data of Secrets.</summary>
    public bool FromTool { get; init; }

    /// <summary>Namespace that the call names; null when it does not.</summary>
    public string? Namespace => Last("namespace") is { Length: > 0 } and not SomeName and var name ? name : null;

    public bool HasNoFlags => _values.Count == 0;

    public bool AllNamespaces => IsOn("all-namespaces") || Last("namespace") == SomeName;

    /// <summary>Adds a flag with its value; null for a value that is not known.</summary>
    public void Add(string name, string? value)
    {
        _values.Add((name, value));
        if (value is null || (value.Contains(SomeName, StringComparison.Ordinal) && (name != "namespace" || value != SomeName)))
        {
            Doubt ??= $"the value of --{name} is not known";
        }
    }

    /// <summary>True when the flag is given.</summary>
    public bool Has(string name)
    {
        foreach (var (given, _) in _values)
        {
            if (given == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value that counts: the last one; null when there is none.</summary>
    public string? Last(string name)
    {
        for (var i = _values.Count - 1; i >= 0; i--)
        {
            if (_values[i].Name == name)
            {
                return _values[i].Value;
            }
        }

        return null;
    }

    /// <summary>Every value of the flag, in order.</summary>
    public IEnumerable<string?> Values(string name) => _values.Where(v => v.Name == name).Select(v => v.Value);

    /// <summary>True when the switch is on, or might be.</summary>
    public bool IsOn(string name)
    {
        foreach (var (given, value) in _values)
        {
            if (given == name && value is not ("false" or "False" or "FALSE" or "f" or "F" or "0"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the switch is on beyond doubt.</summary>
    public bool IsSurelyOn(string name) => Has(name) && Values(name).All(v => v is "true" or "True" or "TRUE" or "t" or "T" or "1");
}
