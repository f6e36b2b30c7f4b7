namespace Legator.Core.Actions.Classification.Http.GraphQl;

/// <summary>A kind of token of the GraphQL language; punctuators stand for themselves in <see cref="GraphQlLexer.Punctuator"/>.</summary>
internal enum GraphQlToken
{
    /// <summary>After the last token.</summary>
    End,

    /// <summary>A character or string that the language does not have.</summary>
    Wrong,

    /// <summary>One of <c>! $ &amp; ( ) : = @ [ ] { | }</c>.</summary>
    Punctuator,

    /// <summary>Three dots.</summary>
    Spread,

    /// <summary>A name or keyword.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string or block string.</summary>
    Text,
}
