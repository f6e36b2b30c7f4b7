using System.Net;
using Legator.Core.Guardrails.Provenance.Authored;

namespace Legator.Core.Guardrails.Provenance.Outward;

/// <summary>Whether a name that is looked up is one that people wrote, or such a name with what every domain has before it.</summary>
internal static class OutwardName
{
    private const int MostLabels = 3;

    /// <summary>The first label that nobody wrote; null where there is none.</summary>
    public static string? FirstUnwritten(string name, OutwardWords words, AuthoredText authored, OutsideReading reading, EnvironmentFacts environment)
    {
        var plain = name.Trim().TrimEnd('.');
        if (IPAddress.TryParse(plain, out _) || CallAddresses.IsNamed(plain, environment, authored))
        {
            return null;
        }

        for (var cut = plain.IndexOf('.', StringComparison.Ordinal); cut > 0; cut = plain.IndexOf('.', cut + 1))
        {
            if (CallAddresses.IsNamed(plain[(cut + 1)..], environment, authored))
            {
                return FirstUnwritten(plain, cut, words, authored, reading);
            }
        }

        // Within the cluster, and up the tree, nothing is told to anybody.
        var isAbove = authored.NamesDomain(plain);
        return isAbove ? null : plain.Split('.').FirstOrDefault(l => l is not ("svc" or "cluster" or "local" or "pod") && !words.IsName(l));
    }

    /// <summary>The type of record that is asked for, where people wanted others of this name; null where they did not say.</summary>
    public static string? OtherType(string name, string type, AuthoredText authored, EnvironmentFacts environment)
    {
        var plain = name.Trim().TrimEnd('.');
        if (WrittenNames.TypesOf(authored, plain) is { Count: > 0 } wanted)
        {
            return wanted.Contains(type) ? null : type;
        }

        // A name below one that people wrote is looked up for what such names have.
        for (var cut = plain.IndexOf('.', StringComparison.Ordinal); cut > 0 && !CallAddresses.IsNamed(plain, environment, authored); cut = plain.IndexOf('.', cut + 1))
        {
            if (WrittenNames.TypesOf(authored, plain[(cut + 1)..]) is { Count: > 0 } above)
            {
                return above.Contains(type) || (plain[0] == '_' ? type.ToUpperInvariant() is "TXT" or "CNAME" or "SRV" : type.ToUpperInvariant() is "A" or "AAAA" or "CNAME") ? null : type;
            }
        }

        return null;
    }

    // What people wrote begins after the cut. A host of a domain has none below it but what services publish of themselves.
    private static string? FirstUnwritten(string name, int cut, OutwardWords words, AuthoredText authored, OutsideReading reading)
    {
        var labels = name[..cut].Split('.');
        var written = name[(cut + 1)..];
        var isBelowHost = PlainWords.IsOfHost(written.Split('.')[0]);
        var isPublished = labels.Any(l => l.StartsWith('_'));
        return labels.Length > MostLabels || (!isPublished && (labels.Length > 1 || isBelowHost))
            ? name
            : labels.FirstOrDefault(l => !PlainWords.IsOfHost(l) && !(l.Length > 2 && words.IsName(l) && (reading.IsListed(l) || authored.IsNamedByTrigger(l) || WrittenNames.AreTogether(authored, l, written))));
    }
}
