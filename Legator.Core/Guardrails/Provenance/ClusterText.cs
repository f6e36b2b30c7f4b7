using System.Text.RegularExpressions;
using System.Text;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>Tells in what the cluster answers the names, which the API server checks, and the counts of versions, which it writes itself, from what anybody may have written: annotations, messages, logs, values.</summary>
internal static partial class ClusterText
{
    /// <summary>Takes a tool's answer apart.</summary>
    /// <param name="tool">Name of the tool; null for a text that no tool answered.</param>
    /// <param name="text">The answer.</param>
    /// <param name="name">Is told every name.</param>
    /// <param name="state">Is told, of kinds whose rows show it, whether an object is at work.</param>
    /// <returns>What is free text.</returns>
    public static string Split(string? tool, string text, Action<ReadOnlySpan<char>> name, Action<ReadOnlySpan<char>, bool> state) => tool switch
    {
        "kubectl.get" or "kubectl.list" when Heading().Match(text) is { Success: true } heading => Table(text, heading, name, state),
        "kubectl.get" or "kubectl.describe" when text.StartsWith("apiVersion:", StringComparison.Ordinal) => Object(text, name),
        "kubectl.events" => Phrases().Replace(text, ""),
        _ => text,
    };

    /// <summary>The columns of names are names. Beside them, known kinds show states and counts; of unknown ones the state is anybody's word.</summary>
    private static string Table(string text, Match heading, Action<ReadOnlySpan<char>> name, Action<ReadOnlySpan<char>, bool> state)
    {
        var free = new StringBuilder();
        var known = heading.Groups["rest"].Value is not ("STATUS" or "");
        var places = heading.Groups["place"].Success ? 2 : 1;
        if (Where().Match(text, 0, heading.Index + 1) is { Success: true } where)
        {
            name(where.Groups["name"].ValueSpan);
        }

        foreach (var range in text.AsSpan(heading.Index + heading.Length).Split('\n'))
        {
            var line = text.AsSpan(heading.Index + heading.Length)[range];
            var last = line;
            for (var i = 0; i < places && !line.IsEmpty && line[0] != '['; i++)
            {
                var end = line.IndexOf(' ');
                last = end < 0 ? line : line[..end];
                name(last);
                line = end < 0 ? [] : line[end..].TrimStart();
            }

            if (IsAtWork(heading.Groups["rest"].ValueSpan, line) is { } atWork)
            {
                state(last, atWork);
            }

            if (!known)
            {
                free.Append(line).Append('\n');
            }
        }

        return heading.Groups["rest"].Value.Contains("MESSAGE", StringComparison.Ordinal) ? Phrases().Replace(text, "") : free.ToString();
    }

    private static bool? IsAtWork(ReadOnlySpan<char> columns, ReadOnlySpan<char> row)
    {
        Span<Range> cells = stackalloc Range[4];
        var count = row.SplitAny(cells, " ", StringSplitOptions.RemoveEmptyEntries);
        if (count < 3 || row[cells[0]].IndexOf('/') is not (> 0 and var cut))
        {
            return null;
        }

        var whole = row[cells[0]][..cut].SequenceEqual(row[cells[0]][(cut + 1)..]);
        return columns.StartsWith("COMPLETIONS", StringComparison.Ordinal) ? !whole && row[cells[1]] is "0"
            : columns.StartsWith("READY", StringComparison.Ordinal) && columns.Contains("RESTARTS", StringComparison.Ordinal) ? whole && row[cells[1]] is "Running" && row[cells[2]] is "0"
            : null;
    }

    private static string Object(string text, Action<ReadOnlySpan<char>> name)
    {
        var free = new StringBuilder();
        var section = ReadOnlySpan<char>.Empty;
        var block = ReadOnlySpan<char>.Empty;
        var events = text.IndexOf("\n\nEvents:\n", StringComparison.Ordinal);
        var whole = text.AsSpan(0, events < 0 ? text.Length : events);
        foreach (var range in whole.Split('\n'))
        {
            var line = whole[range];
            section = line.Length > 0 && line[0] is not (' ' or '-') ? line : section;
            block = line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && line[2] is not (' ' or '-') ? line[2..] : block;
            if (!IsStructure(section, block, line, name))
            {
                free.Append(line).Append('\n');
            }
        }

        return events < 0 ? free.ToString() : free.Append(Phrases().Replace(text[events..], "")).ToString();
    }

    private static bool IsStructure(ReadOnlySpan<char> section, ReadOnlySpan<char> block, ReadOnlySpan<char> line, Action<ReadOnlySpan<char>> name)
    {
        var indent = line.Length - line.TrimStart(" -").Length;
        var field = line[indent..];
        if (section is "metadata:" && Value(field, "name:", "namespace:") is { IsEmpty: false } own && (indent == 2 || (block is "ownerReferences:" && indent == 4)))
        {
            name(own);
            return true;
        }

        return (section is "metadata:" && block is "labels:" && indent == 4 && IsOrdinaryLabel(field))
            || (section is "spec:" && indent <= 8 && Value(field, "name:", "app:", "nodeName:") is { IsEmpty: false })
            || (section is "status:" && indent <= 4 && Value(field, "name:") is { IsEmpty: false })
            || (indent == 2 && (section is "metadata:" ? Value(field, "generation:", "resourceVersion:") : section is "status:" ? Value(field, "observedGeneration:") : []) is { IsEmpty: false } count && !count.ContainsAnyExceptInRange('0', '9'))
            || section is "apiVersion:" or "kind:" || section.StartsWith("kind: ", StringComparison.Ordinal) || section.StartsWith("apiVersion: ", StringComparison.Ordinal);
    }

    private static bool IsOrdinaryLabel(ReadOnlySpan<char> field) =>
        Value(field, "app:", "name:", "component:", "tier:", "k8s-app:", "app.kubernetes.io/name:", "app.kubernetes.io/instance:", "app.kubernetes.io/component:", "app.kubernetes.io/part-of:", "pod-template-hash:") is { IsEmpty: false };

    /// <summary>The value of one of the fields, where it is a single plain word.</summary>
    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> field, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (field.StartsWith(name, StringComparison.Ordinal))
            {
                var value = field[name.Length..].Trim(" \"'");
                return value.ContainsAny(" \t:") ? [] : value;
            }
        }

        return [];
    }

    [GeneratedRegex(@"(?:^|:\n)(?<place>NAMESPACE +)?NAME(?: +(?<rest>[A-Z][A-Z -]*?))? +AGE *\n")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\d+ [\w.-]+ in namespace (?<name>[a-z0-9-]+):$", RegexOptions.Multiline)]
    private static partial Regex Where();

    /// <summary>What the parts of the cluster themselves write about objects, word for word.</summary>
    [GeneratedRegex(
        @"(?<=\s)(?:(?:pod|deployment|replicaset|job|node)/[a-z0-9.-]+|"
        + @"Back-off restarting failed container(?: [\w-]+ in pod [\w.-]+\([\w-]+\))?|Container [\w-]+ failed (?:liveness|startup) probe, will be restarted|"
        + @"(?:Created|Started|Stopping|Killing) container:? [\w-]+|Scaled (?:up|down) replica ?set [\w-]+ (?:from \d+ )?to \d+(?: from \d+)?|(?:Created|Deleted) pod: [\w-]+|"
        + @"Successfully assigned [\w./-]+ to [\w.-]+|(?:Readiness|Liveness|Startup) probe failed: HTTP probe failed with statuscode: \d+|"
        + @"Back-off pulling image ""[\w./:@-]+""|Pulling image ""[\w./:@-]+""|Error: (?:ImagePullBackOff|ErrImagePull|CrashLoopBackOff))(?=\s|$)")]
    private static partial Regex Phrases();
}
