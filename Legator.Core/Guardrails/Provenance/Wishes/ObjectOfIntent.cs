namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>What the words behind a wish say that it is for.</summary>
internal enum ObjectOfIntent
{
    /// <summary>Something by its name, or something else altogether.</summary>
    Named,

    /// <summary>What the text spoke of before: <c>restart it</c>, <c>then restart</c>.</summary>
    Meant,

    /// <summary>Whatever is of a kind: <c>a Deployment that</c>, <c>all pods</c>.</summary>
    Kind,
}
