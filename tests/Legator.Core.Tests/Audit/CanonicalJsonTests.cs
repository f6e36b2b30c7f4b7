using System.Text;
using System.Text.Json;
using Legator.Core.Audit;

namespace Legator.Core.Tests.Audit;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("1E30", "1e+30")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("-123.456e2", "-12345.6")]
    public void Number_AnySpelling_IsAsEcmaScriptPrintsIt(string number, string expected) => Canonical(number).ShouldBe(expected);

    [Theory]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("18446744073709551617", "18446744073709551616")]
    [InlineData("-18446744073709551617", "18446744073709551617")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891")]
    [InlineData("1e400", "1e401")]
    [InlineData("1e99999999999", "1e99999999998")]
    public void Number_BeyondWhatADoubleHolds_CollidesWithNoOther(string one, string other) => Canonical(one).ShouldNotBe(Canonical(other));

    [Theory]
    [InlineData("1000000000000000000000000000000", "1e30")]
    [InlineData("100000000000000000000", "1e20")]
    [InlineData("12300000000000000000000000", "1.23e25")]
    public void Number_SameValueInTwoSpellings_IsOne(string one, string other) => Canonical(one).ShouldBe(Canonical(other));

    [Fact]
    public void Object_AnyOrder_IsSortedByUtf16CodeUnits() =>
        Canonical("""{"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7}""")
            .ShouldBe("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");

    [Fact]
    public void String_AnySpelling_EscapesOnlyWhatMustBe() =>
        Canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/<&>\\u007f\\u2028\"")
            .ShouldBe("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/<&>\u007f\u2028\"");

    [Fact]
    public void Nested_WhiteSpaceAndOrder_DoNotMatter() =>
        Canonical("""{ "b": [ 1 , {"y":null,"x":[ ]} ], "a": true }""").ShouldBe("""{"a":true,"b":[1,{"x":[],"y":null}]}""");

    [Theory]
    [InlineData("""{"a": "\ud800"}""", """{"a": "\ufffd"}""")]
    [InlineData("""{"\uDFFF": 1}""", """{"\ufffd": 1}""")]
    [InlineData("""["\ud83d\ude00\ud83d", "\\ud800", "\\\ud800"]""", """["\ud83d\ude00\ufffd", "\\ud800", "\\\ufffd"]""")]
    public void String_HalfOfASurrogatePair_IsTheReplacementCharacter(string half, string whole) => Canonical(half).ShouldBe(Canonical(whole));

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Canonicalize(document.RootElement));
    }
}
