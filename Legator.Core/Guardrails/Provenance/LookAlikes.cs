using System.Collections.Frozen;
using System.Text;

namespace Legator.Core.Guardrails.Provenance;

/// <summary>The ordinary letters for those that look like them: of other alphabets, wide ones, the alphabets of mathematics, letters with accents, letters in circles.</summary>
internal static class LookAlikes
{
    private const string Strange = "асеорхуіјѕһԁԛԝвкмтнгпАВЕКМНОРСТХУІЈЅαοερνικτυχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡɑᴏƖǀ";
    private const string Ordinary = "aceopxyijshdqwbkmthrnABEKMHOPCTXYIJSaoepviktuxyABEZHIKMNOPTYXigaoll";

    // Each begins a run of A to Z followed by a to z; some letters of the alphabets in between stand elsewhere, where they were before.
    private const int FirstOfMathematics = 0x1D400;
    private const int AfterMathematics = 0x1D6A4;
    private const int FirstMathematicalDigit = 0x1D7CE;
    private const int AfterMathematicalDigits = 0x1D800;

    private static readonly FrozenDictionary<int, char> Letters = Strange.Zip(Ordinary).GroupBy(p => (int)p.First).ToFrozenDictionary(g => g.Key, g => g.First().Second);

    private static readonly FrozenDictionary<int, char> Accented = WithAccents(
        "aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭį jĵ kķ lĺļľŀł nñńņňŋ oòóôõöøōŏő rŕŗř sśŝşš tţťŧ uùúûüũūŭůűų wŵ yýÿŷ zźżž");

    public static Rune Plain(Rune rune) => rune.Value switch
    {
        < 0x80 => rune,
        >= 0xFF01 and <= 0xFF5E and var wide => new Rune(wide - 0xFEE0),
        >= FirstOfMathematics and < AfterMathematics and var letter => Letter((letter - FirstOfMathematics) % 52),
        >= FirstMathematicalDigit and < AfterMathematicalDigits and var digit => new Rune('0' + ((digit - FirstMathematicalDigit) % 10)),
        >= 0x24B6 and <= 0x24E9 and var circled => Letter((circled - 0x24B6) % 52),
        >= 0x1F130 and <= 0x1F149 and var squared => new Rune('A' + (squared - 0x1F130)),
        0x00A0 or 0x3000 or (>= 0x2000 and <= 0x200A) => new Rune(' '),
        (>= 0x2010 and <= 0x2015) or 0x2212 => new Rune('-'),
        var other => Letters.TryGetValue(other, out var plain) || Accented.TryGetValue(other, out plain) ? new Rune(plain) : rune,
    };

    private static Rune Letter(int number) => new(number < 26 ? 'A' + number : 'a' + (number - 26));

    private static FrozenDictionary<int, char> WithAccents(string groups) =>
        groups.Split(' ').SelectMany(g => g.Skip(1), (g, strange) => (Strange: (int)strange, Plain: g[0])).ToFrozenDictionary(p => p.Strange, p => p.Plain);
}
