using System.Security.Cryptography;
using System.Text;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Core.Tests.Corpora;

/// <summary>What a case was classified as, in one line of a pin file: the case, a digest of everything, and in words what it did at worst.</summary>
/// <param name="Name">The case.</param>
/// <param name="Digest">Eight hex digits over every action: domain, verb, target with its spellings, tier, effects, guarded, refused.</param>
/// <param name="Words">Tier and verbs, for whoever reads a difference.</param>
internal sealed record ClassificationPin(string Name, string Digest, string Words)
{
    private const char Between = '\t';

    public static ClassificationPin Of(CorpusCase test)
    {
        var found = test.Classify();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Everything(found))))[..8];
        return new(test.Name, digest, InShort(found));
    }

    public static ClassificationPin Parse(string line) =>
        line.Split(Between) is [var name, var digest, var words] ? new(name, digest, words) : throw new FormatException($"'{line}' is no pin");

    /// <summary>Every action in words, for messages.</summary>
    public static string Describe(CallClassification found) =>
        found.Problem is { } problem ? $"{problem.Reason}: {problem.Message}" : string.Join("; ", found.Actions.Select(Readable));

    public override string ToString() => string.Join(Between, Name, Digest, Words);

    private static string InShort(CallClassification found) =>
        found.Problem is { } problem ? problem.Reason.ToString()
        : $"{found.Actions.Max(a => a.Tier).WireName()}{(found.Blocked ? " refused" : "")} {string.Join(',', found.Actions.Select(a => a.Verb).Where(v => v != "read").Distinct())}".TrimEnd();

    private static string Readable(ProposedAction action) =>
        $"{action.Verb} {action.Target} [{action.Tier.WireName()}{(action.Guarded ? ", guarded" : "")}{(action.BlockedBecause is null ? "" : ", refused")}{(action.SheetFloor is { } floor ? $", floor {floor.WireName()}" : "")}]{string.Concat(action.Effects.Select(e => " " + e))}";

    // Lone halves of characters become the same sign in UTF-8, and nothing else is lost.
    private static string Everything(CallClassification found)
    {
        var text = new StringBuilder().Append(found.Problem?.Reason.ToString());
        foreach (var action in found.Actions)
        {
            text.Append('\n').Append(action.Domain).Append('\v').Append(Readable(action))
                .Append('\v').Append(action.Target.Namespace).Append('\v').Append(action.Target.Collection)
                .Append('\v').AppendJoin('\f', action.Target.Spellings.Order(StringComparer.Ordinal)).Append('\v').AppendJoin('\f', action.Target.KindNames.Order(StringComparer.Ordinal));
        }

        return text.ToString();
    }
}
