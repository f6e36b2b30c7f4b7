using CsCheck;
using Legator.Core.Actions.Classification.Http.GraphQl;

namespace Legator.Core.Tests.Actions.Classification.Http.GraphQl;

public sealed class GraphQlDocumentTests
{
    private static readonly Gen<string> Blank = Gen.OneOf("", " ", ",", "\n", "\r\n", "\uFEFF", "# { mutation\n", " ,\t");
    private static readonly Gen<string> Name = Gen.OneOf("a", "mutation", "query", "on", "fragment", "_b1", "subscription");
    private static readonly Gen<string> Value = Gen.OneOf("1", "-2.5e3", "\"x\"", "\"} mutation { a \\\" \"", "\"\"\"b \\\"\"\" } mutation\"\"\"", "$v", "[1 2]", "{a: 1}", "ENUM", "null", "[]", "{}");

    private static readonly Gen<string> Selection =
        Gen.Recursive<string>((depth, inner) =>
            Gen.Select(Name, Value, depth > 4 ? Gen.Const("") : inner.Array[1, 3].Select(s => "{" + string.Join(' ', s) + "}"), Gen.Int[0, 3], Blank)
                .Select((name, value, set, form, blank) => form switch
                {
                    0 => $"{name}{blank}({blank}x{blank}:{blank}{value}){set}",
                    1 => $"alias:{blank}{name} @skip(if: {value}){set}",
                    2 => set.Length == 0 ? name : $"...{blank}on T {set}",
                    _ => $"{name}{blank}{set}",
                }));

    [Fact]
    public void Read_MadeQuery_IsAQuery() =>
        Gen.Select(Selection, Blank, Gen.OneOf("", "query", "query Q", "query Q($a: [T!]! = 1)")).Sample((selection, blank, head) =>
            GraphQlDocument.Read($"{blank}{head}{blank}{{{selection}}}{blank}") == GraphQlKind.Query);

    [Fact]
    public void Read_MutationAmongQueries_IsAMutation() =>
        Gen.Select(Selection, Blank, Gen.Bool).Sample((selection, blank, first) =>
        {
            var (query, mutation) = ($"query Q {{{selection}}}", $"mutation{blank}{{{selection}}}");
            return GraphQlDocument.Read(first ? mutation + "\n" + query : query + blank + "\n" + mutation) == GraphQlKind.Mutation;
        });

    [Fact]
    public void Read_CutAnywhere_IsNeverTakenForAWholeQuery() =>
        Gen.Select(Selection, Gen.Double[0, 1]).Sample((selection, part) =>
        {
            var text = $"query Q {{{selection}}}";
            return GraphQlDocument.Read(text[..(int)(part * (text.Length - 1))]) == GraphQlKind.Unreadable;
        });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("query")]
    [InlineData("{ a } }")]
    [InlineData("{ a ( }")]
    [InlineData("{ a. }")]
    [InlineData("fragment F on T { a }")]
    [InlineData("fragment on on T { a }")]
    [InlineData("type T { a: B }")]
    [InlineData("extend type Mutation { a: B }")]
    [InlineData("{ a(s: \"x\ny\") }")]
    [InlineData("{ é }")]
    public void Read_NoExecutableDocument_IsUnreadable(string text) => GraphQlDocument.Read(text).ShouldBe(GraphQlKind.Unreadable);

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.String[Gen.Char["{}()[]:.\"#,$@!|=& \nmutationquery\\e1-_"], 0, 300].Sample(text => { GraphQlDocument.Read(text); });

    [Fact]
    public void Read_DeepNesting_IsUnreadable()
    {
        foreach (var open in new[] { "{a", "{a(b:[", "query($a:[" })
        {
            GraphQlDocument.Read(string.Concat(Enumerable.Repeat(open, 200_000))).ShouldBe(GraphQlKind.Unreadable);
        }

        GraphQlDocument.Read("{a(b:" + new string('[', 200_000) + "1").ShouldBe(GraphQlKind.Unreadable);
        GraphQlDocument.Read("query($a:" + new string('[', 200_000)).ShouldBe(GraphQlKind.Unreadable);
    }
}
