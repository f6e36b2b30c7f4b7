using System.Text;
using System.Text.Json.Nodes;

namespace Legator.Core.Tests.YamlText;

public sealed class YamlReadingTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: 1.50", """{"a":1.5}""")]
    [InlineData("a: 1e3", """{"a":1000}""")]
    [InlineData("a: 0x1F", """{"a":31}""")]
    [InlineData("a: 0644", """{"a":420}""")]
    [InlineData("a: 0o17", """{"a":15}""")]
    [InlineData("a: 1_000", """{"a":1000}""")]
    [InlineData("a: 18446744073709551615", """{"a":18446744073709551615}""")]
    [InlineData("a: yes", """{"a":true}""")]
    [InlineData("a: Off", """{"a":false}""")]
    [InlineData("a: 'yes'", """{"a":"yes"}""")]
    [InlineData("a: ~", """{"a":null}""")]
    [InlineData("a:", """{"a":null}""")]
    [InlineData("a: 2026-01-02", """{"a":"2026-01-02"}""")]
    [InlineData("a: 1.2.3", """{"a":"1.2.3"}""")]
    [InlineData("a: 089", """{"a":89}""")]
    [InlineData("a: 12:30", """{"a":"12:30"}""")]
    [InlineData("a: !!str 1", """{"a":"1"}""")]
    [InlineData("1: x\ntrue: z", """{"1":"x","true":"z"}""")]
    [InlineData("a: &x {b: 1}\nc: *x", """{"a":{"b":1},"c":{"b":1}}""")]
    [InlineData("a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}", """{"a":{"b":1,"c":2},"d":{"b":3,"c":2}}""")]
    [InlineData("a: |\n  x\n  y\n", """{"a":"x\ny\n"}""")]
    [InlineData("a: >-\n  x\n  y\n", """{"a":"x y"}""")]
    [InlineData("[]", "[]")]
    public void Text_Read_MeansWhatItMeansToKubernetes(string yaml, string json)
    {
        Yaml.Parse(yaml)!.ToJsonString(LegatorJson.Options).ShouldBe(json);
    }

    [Theory]
    [InlineData("a: 1\na: 2", "line 2, column 1: key 'a' is given twice")]
    [InlineData("a: *b", "alias '*b' has no anchor")]
    [InlineData("a: &b [*b]", "alias '*b' has no anchor")]
    [InlineData("a: .inf", "has no JSON form")]
    [InlineData("a: !thing x", "has no JSON form")]
    [InlineData("? [a]\n: b", "a key must be a scalar")]
    [InlineData("a: [1", "line ")]
    [InlineData("a: 1\n---\nb: 2", "there are 2")]
    [InlineData("a:\n\t- b", "invalid tab")]
    public void Text_Unusable_IsRefusedWithPlaceAndCause(string yaml, string message)
    {
        Should.Throw<YamlFormatException>(() => Yaml.Parse(yaml)).Message.ShouldContain(message);
    }

    [Fact]
    public void Stream_OfSeveralDocuments_LeavesEmptyOnesOut()
    {
        Yaml.ParseAll("---\n# nothing\n---\na: 1\n---\nb: 2\n...\n").Select(document => document.ToJsonString()).ShouldBe(["""{"a":1}""", """{"b":2}"""]);
    }

    [Fact]
    public void AliasBomb_Read_IsRefusedQuickly()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            bomb.Append($"a{level}: &a{level} [").AppendJoin(", ", Enumerable.Repeat($"*a{level - 1}", 10)).Append("]\n");
        }

        Should.Throw<YamlFormatException>(() => Yaml.Parse(bomb.ToString())).Message.ShouldContain("more than 500000 values");
    }

    [Fact]
    public void DeepNesting_Read_IsRefused()
    {
        Should.Throw<YamlFormatException>(() => Yaml.Parse(new string('[', 5000) + new string(']', 5000))).Message.ShouldContain("levels deep");
    }

    [Theory]
    [InlineData("""{"a":"yes","b":"1","c":"","d":"null","e":"0x1F","f":"2026-01-01","g":"~","h":" x ","i":"a: b","j":"#c","k":"-","l":"x\ny\n","m":"x\n","n":"tab\there","o":"*","p":"&a","q":"é☃","r":"1e3","s":"=","t":"<<"}""")]
    [InlineData("""{"empty":{},"none":[],"nested":[[1,2],{"a":[{"b":null}]}],"real":1.5,"flag":false}""")]
    [InlineData("""["a\n\nb","  lead\nx","trail \nx","\n","\u0007"]""")]
    public void Value_WrittenAndRead_IsTheSame(string json)
    {
        var value = JsonNode.Parse(json);

        JsonNode.DeepEquals(Yaml.Parse(Yaml.Write(value)), value).ShouldBeTrue(Yaml.Write(value));
    }
}
