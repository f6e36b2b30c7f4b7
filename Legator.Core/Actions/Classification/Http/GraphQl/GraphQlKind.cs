namespace Legator.Core.Actions.Classification.Http.GraphQl;

/// <summary>The worst operation that a GraphQL document holds, in rising order.</summary>
internal enum GraphQlKind
{
    /// <summary>Queries only.</summary>
    Query,

    /// <summary>A stream of events that the server keeps open.</summary>
    Subscription,

    /// <summary>At least one mutation.</summary>
    Mutation,

    /// <summary>No document that may be executed; a server may still see a mutation in it.</summary>
    Unreadable,
}
