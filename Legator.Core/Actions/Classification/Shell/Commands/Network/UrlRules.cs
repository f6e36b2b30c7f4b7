using Legator.Core.Actions.Classification.Http;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Network;

/// <summary>Addresses that commands on a host call. Its own services and its neighbours may be asked; what hands out credentials may not.</summary>
internal static class UrlRules
{
    private static readonly string[] WildcardDomains = [".nip.io", ".sslip.io", ".xip.io", ".localtest.me", ".lvh.me"];

    private static readonly HashSet<int> DataPorts = [9200, 9201, 5984, 8086, 6333, 8983, 9000, 7474, 8428, 3100];

    /// <summary>Judges a request to an address.</summary>
    /// <param name="call">The call that sends it.</param>
    /// <param name="method">The method, lower-case.</param>
    /// <param name="word">The address as the command gets it.</param>
    /// <param name="body">What is sent with it; null when nothing is, or nobody knows what.</param>
    public static void Judge(CommandCall call, string method, ShellWord word, string? body = null)
    {
        var text = !word.HasUnknown ? word.ToString() : EndsBefore(word.Prefix) ? word.Prefix : null;
        if (text is null)
        {
            call.Unknown("nobody knows which address is called");
            return;
        }

        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            File(call, word, text);
            return;
        }

        if (!HttpTarget.TryRead(WithScheme(text), out var target, out var problem))
        {
            call.Unknown(problem.TrimEnd('.'));
            return;
        }

        if (Refused(target.Url.IdnHost) is { } because)
        {
            call.Block(because, null, RiskTier.DestructiveMutation);
            return;
        }

        Request(call, method, target, body);
    }

    private static void File(CommandCall call, ShellWord word, string text)
    {
        var path = Uri.UnescapeDataString(text["file:".Length..]).TrimStart('/');
        if (word.Literal is null || path.StartsWith("localhost/", StringComparison.OrdinalIgnoreCase) || path.AsSpan().ContainsAny("[]{}"))
        {
            call.Unknown("nobody knows which file is read");
        }

        call.Take(FileRules.Read(call.Scope, ShellWord.Of("/" + path)));
    }

    // What a request asks for is the same whoever sends it; which addresses may be called is not.
    private static void Request(CommandCall call, string method, HttpTarget target, string? body)
    {
        var url = target.Url;
        var asked = HttpClassifier.Judge(new HttpCall(method.ToUpperInvariant(), target, HttpCall.NoHeaders, body));
        var data = method == "delete" && DataPorts.Contains(url.Port) ? RiskTier.DataMutation : asked.Tier;
        if (asked.Refusal is { } refusal)
        {
            call.Block(refusal, null, RiskTier.DestructiveMutation);
        }
        else if (data > RiskTier.Read)
        {
            call.Add(method, data, $"what is behind {target.Origin} changes, because {(asked.Effects.Count > 0 ? asked.Effects[0] : $"it is a {method.ToUpperInvariant()} request")}");
        }
        else if (asked.Kinds.Count > 0)
        {
            call.Guard(method, $"what is behind {target.Origin} may hand out secrets");
        }
        else if (url.Query.Contains("_method=", StringComparison.OrdinalIgnoreCase) || UrlActions.Are(url))
        {
            call.Add("run", RiskTier.DestructiveMutation, $"what is behind {target.Origin} may be changed or hand out secrets");
        }
    }

    /// <summary>True when the host hands out credentials, however its address is spelled.</summary>
    internal static bool IsRefused(string host) =>
        host.Length > 0 && (!HttpTarget.TryRead("http://" + (host.Count(c => c == ':') > 1 && host[0] != '[' ? $"[{host}]" : host) + "/", out var target, out _) || Refused(target.Url.IdnHost) is not null);

    private static string? Refused(string host)
    {
        var kind = AddressRules.Of(host);
        var name = host.TrimEnd('.');
        return kind is AddressKind.CloudMetadata or AddressKind.LinkLocal ? $"{host} hands out credentials of the machine."
            : name.StartsWith("kubernetes.default", StringComparison.OrdinalIgnoreCase) || name.Equals("kubernetes", StringComparison.OrdinalIgnoreCase) ? $"{host} is the API of the cluster."
            : WildcardDomains.Any(d => name.EndsWith(d, StringComparison.OrdinalIgnoreCase)) ? $"{host} stands for any address."
            : null;
    }

    // What is not known may say where to go as long as the host's name has not ended.
    private static bool EndsBefore(string prefix)
    {
        var scheme = prefix.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            return prefix.AsSpan(scheme + 3).ContainsAny("/?");
        }

        var slash = prefix.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && prefix.AsSpan(0, slash).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") < 0;
    }

    private static string WithScheme(string text) => text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
}
