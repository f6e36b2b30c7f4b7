using System.Globalization;

namespace Legator.Core.Tests.Corpora;

/// <summary>The whole classification of every case of the corpora, as it was committed. The labels say what is right; these say that nothing else changed unseen.</summary>
public sealed class PinnedClassificationTests
{
    private const string Regenerate = "LEGATOR_REGENERATE";
    private const int MostShown = 20;
    private const int EveryNth = 23;

    public static TheoryData<string> Languages => [.. Directory.GetDirectories(CorpusCase.Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Corpus_EveryCase_IsClassifiedAsPinned(string language)
    {
        var cases = CorpusCase.Of(language).ToList();
        var found = cases.ConvertAll(ClassificationPin.Of);
        if (Environment.GetEnvironmentVariable(Regenerate) == "1")
        {
            File.WriteAllText(PinsOf(language), string.Concat(found.Select(pin => pin + "\n")));
        }

        var pinned = Pinned(language);
        var wrong = cases.Zip(found).Where(p => pinned.GetValueOrDefault(p.Second.Name) != p.Second).ToList();

        wrong.Count.ShouldBe(0, Told(language, wrong, pinned));
        pinned.Keys.Except(found.Select(pin => pin.Name)).ShouldBeEmpty($"these cases are pinned and not in the corpus any more: {HowTo(language)}");
    }

    [Fact]
    public void Corpora_InACultureWithOtherSigns_AreClassifiedTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NegativeSign, other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = ("~", ",", ".");
        CultureInfo.CurrentCulture = other;
        try
        {
            var wrong = Languages.SelectMany(row => Changed(row.Data)).ToList();
            wrong.Count.ShouldBe(0, string.Join('\n', wrong));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Changed(string language)
    {
        var pinned = Pinned(language);
        return CorpusCase.Of(language).Where((_, at) => at % EveryNth == 0).Select(ClassificationPin.Of).Where(pin => pinned.GetValueOrDefault(pin.Name) != pin).Select(pin => pin.ToString());
    }

    private static Dictionary<string, ClassificationPin> Pinned(string language) =>
        File.ReadLines(PinsOf(language)).Select(ClassificationPin.Parse).ToDictionary(pin => pin.Name, StringComparer.Ordinal);

    private static string PinsOf(string language) => Path.Combine(CorpusCase.Folder, language, "pins.tsv");

    private static string HowTo(string language) =>
        $"look at each; if it is right, run these tests with {Regenerate}=1 and commit tests/corpora/{language}/pins.tsv";

    private static string Told(string language, List<(CorpusCase Case, ClassificationPin Now)> wrong, Dictionary<string, ClassificationPin> pinned) =>
        $"{wrong.Count} cases are classified otherwise than they are pinned; {HowTo(language)}\n"
        + string.Join('\n', wrong.Take(MostShown).Select(p => $"{p.Now.Name} {p.Case.Arguments}\n  pinned: {pinned.GetValueOrDefault(p.Now.Name)?.Words ?? "nothing"}\n  now:    {p.Now.Words}: {ClassificationPin.Describe(p.Case.Classify())}"));
}
