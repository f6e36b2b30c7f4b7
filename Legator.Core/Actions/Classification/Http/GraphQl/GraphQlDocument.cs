namespace Legator.Core.Actions.Classification.Http.GraphQl;

/// <summary>What a GraphQL document would do. Which of its operations a server picks does not matter: the worst one counts.</summary>
internal static class GraphQlDocument
{
    /// <summary>The worst operation of the document.</summary>
    public static GraphQlKind Read(string text) => new GraphQlParser(text).Document();

    /// <summary>True for a text that a GraphQL server would try to execute.</summary>
    public static bool LooksLikeOne(string text)
    {
        var tokens = new GraphQlLexer(text);
        tokens.Next();
        return (tokens.Kind == GraphQlToken.Punctuator && tokens.Punctuator == '{')
            || (tokens.Kind == GraphQlToken.Name && tokens.Value is "query" or "mutation" or "subscription" or "fragment" && text.Contains('{', StringComparison.Ordinal));
    }
}
