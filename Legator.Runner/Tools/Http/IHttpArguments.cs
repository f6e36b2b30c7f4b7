namespace Legator.Runner.Tools.Http;

/// <summary>What the arguments of all <c>http.*</c> tools have in common.</summary>
internal interface IHttpArguments
{
    string Url { get; }

    IReadOnlyDictionary<string, string>? Headers { get; }

    /// <summary>What is sent along; null for nothing.</summary>
    string? Body => null;
}
