namespace Legator.Core.Actions.Classification.Http;

/// <summary>A request that was read from a call's arguments.</summary>
/// <param name="Method">Method, upper-case.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Headers">Headers by name; names are unique without regard to case.</param>
/// <param name="Body">Body as text; null when there is none.</param>
public sealed record HttpCall(string Method, HttpTarget Target, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>No headers.</summary>
    public static IReadOnlyDictionary<string, string> NoHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a header; empty when it is not sent.</summary>
    internal string Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return "";
    }
}
