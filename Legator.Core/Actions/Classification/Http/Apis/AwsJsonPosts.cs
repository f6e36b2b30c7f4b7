using System.Collections.Frozen;
using System.Text;
using Legator.Core.Actions.Classification.Aws;

namespace Legator.Core.Actions.Classification.Http.Apis;

/// <summary>POSTs of the JSON protocol of AWS, which names its operation in a header. What only looks on the command line only looks here.</summary>
internal static class AwsJsonPosts
{
    private const string Header = "X-Amz-Target";

    // The command line calls these otherwise than their hosts.
    private static readonly FrozenDictionary<string, string> Services = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["monitoring"] = "cloudwatch", ["states"] = "stepfunctions", ["email"] = "ses", ["tagging"] = "resourcegroupstaggingapi", ["api.ecr"] = "ecr", ["streams.dynamodb"] = "dynamodbstreams",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for an operation that only looks.</summary>
    public static bool Reads(HttpCall call)
    {
        if (call.Method != "POST" || call.Target.Url.AbsolutePath != "/" || call.Target.Url.Query.Length > 1 || call.Header(Header) is not { Length: > 0 and < 200 } target
            || !call.Header("Content-Type").StartsWith("application/x-amz-json-1.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var dot = target.LastIndexOf('.');
        return dot > 0 && target.AsSpan(dot + 1) is { IsEmpty: false } name && char.IsAsciiLetterUpper(name[0]) && Named(target) && ServiceOf(call.Target.Url.IdnHost) is { } service
            && service != "timestream-query" && AwsReads.Contains(service, Kebab(name))
            && !(call.Body ?? "").Contains("decryption", StringComparison.OrdinalIgnoreCase) && !(call.Body ?? "").Contains("\\u", StringComparison.Ordinal);
    }

    private static bool Named(string target) => target.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.');

    // logs.eu-west-1.amazonaws.com
    private static string? ServiceOf(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        var end = name.IndexOf(".amazonaws.com", StringComparison.Ordinal);
        if (end <= 0 || !(name.EndsWith(".amazonaws.com", StringComparison.Ordinal) || name.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal)))
        {
            return null;
        }

        var dot = name.LastIndexOf('.', end - 1);
        var service = dot > 0 ? name[..dot] : null;
        return service is null ? null : Services.GetValueOrDefault(service, service);
    }

    // DescribeLogGroups is describe-log-groups.
    private static string Kebab(ReadOnlySpan<char> name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))))
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
