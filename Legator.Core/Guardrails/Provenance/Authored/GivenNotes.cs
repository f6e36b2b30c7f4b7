using System.Text.RegularExpressions;
using Legator.Core.Guardrails.Provenance.Wishes;

namespace Legator.Core.Guardrails.Provenance.Authored;

/// <summary>The notes that people gave with their values: <c>write the note cap: 4</c>, <c>note last_run = ok</c>.</summary>
internal static partial class GivenNotes
{
    /// <summary>The key, where people wrote of this note and did not ask the run for it, or the value, where they gave it another one; null for neither.</summary>
    public static string? FirstOther(AuthoredIntent intent, string key, string value)
    {
        var notes = intent.Texts.SelectMany(t => t.All).SelectMany(said => Notes().Matches(said.Text).Select(m => (Said: said, Key: m.Groups["key"].Value, Value: m.Groups["value"].Value.TrimEnd('.'))))
            .Where(n => n.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).ToList();
        var asked = notes.FindAll(n => n.Said.Asking(Intent.Note, []).Any());
        return notes.Count == 0 ? null : asked.Count == 0 ? key : asked.Exists(n => GivenValues.AreSame(n.Value, value)) ? null : value;
    }

    [GeneratedRegex(@"\bnotes?\s+[""'`“]?(?<key>[\w.-]+)[""'`”]?\s*(?:=|:|\bwith\s+(?:the\s+)?value\b)\s*[""'`“]?(?<value>[\w.-]+)[""'`”]?(?=[\s.,;)]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Notes();
}
