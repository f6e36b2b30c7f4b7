using Legator.Core.Actions.Classification.Clouds;

namespace Legator.Core.Actions.Classification.Aws;

/// <summary>Says how bad a line of the AWS command line could be: known reads are listed, everything else changes something.</summary>
public static class AwsClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "aws";

    // Whose account, which server, which certificates: the environment says so, nobody else.
    private static readonly string[] Smuggled = ["--profile", "--endpoint-url", "--no-sign-request", "--no-verify-ssl", "--ca-bundle"];

    private static readonly string[] WithValue =
        ["--output", "--query", "--region", "--color", "--cli-read-timeout", "--cli-connect-timeout", "--cli-binary-format", "--profile", "--endpoint-url", "--ca-bundle", "--cli-error-format"];

    private static readonly string[] WithoutValue =
        ["--debug", "--no-paginate", "--no-cli-pager", "--no-cli-auto-prompt", "--cli-auto-prompt", "--version", "--no-sign-request", "--no-verify-ssl"];

    /// <summary>Classifies one line.</summary>
    /// <param name="words">The words after <c>aws</c>.</param>
    public static ProposedAction Classify(IReadOnlyList<string> words)
    {
        var at = 0;
        var service = NextPositional(words, ref at)?.ToLowerInvariant() ?? "";
        var operation = NextPositional(words, ref at)?.ToLowerInvariant() ?? "";
        var blocked = Blocked(words);
        var (tier, effect, secret) = Judge(service, operation, words);
        var text = operation.Length == 0 ? service.Length == 0 ? "aws" : service : $"{service} {operation}";
        if (tier != RiskTier.Read && words.Any(w => CliOptions.Is(CliOptions.NameOf(w), "--region")))
        {
            blocked ??= "The region of what is changed is the environment's to say.";
        }

        return new ProposedAction(Domain, operation.Length == 0 ? "help" : operation, new CanonicalTarget(text) { KindNames = secret ? [operation] : [] }, tier)
        {
            Effects = effect is null ? [] : [effect],
            Guarded = secret,
            BlockedBecause = blocked,
        };
    }

    private static (RiskTier Tier, string? Effect, bool Secret) Judge(string service, string operation, IReadOnlyList<string> words)
    {
        if (operation.Length == 0)
        {
            return words.Any(w => w is "help" or "--version") ? (RiskTier.Read, null, false) : (RiskTier.DestructiveMutation, "names no operation", false);
        }

        // Its helpers wait for a description to say something.
        if (operation == "help" || service == "help" || (operation == "wait" && AwsReads.KnowsService(service)))
        {
            return (RiskTier.Read, null, false);
        }

        if (service == "configure" && operation is "list" or "list-profiles")
        {
            return (RiskTier.Read, null, false);
        }

        if (!AwsReads.Contains(service, operation))
        {
            var secret = AwsWrites.IsSecret(service, operation);
            var tier = AwsWrites.TierOf(service, operation);
            return (tier, secret ? "hands out a secret or what opens one" : tier == RiskTier.DataMutation ? "changes or removes data" : "is no operation that only looks", secret);
        }

        if (words.Any(w => CliOptions.Is(CliOptions.NameOf(w), "--with-decryption")) || IsUserData(operation, words))
        {
            return (RiskTier.ServiceMutation, "hands out a secret or what opens one", true);
        }

        if ((service, operation) is ("ec2", "describe-launch-template-versions") or ("autoscaling", "describe-launch-configurations"))
        {
            return (RiskTier.Read, "may show what machines are told at their first start, where passwords stand", true);
        }

        // The one statement of its language that writes: into a bucket.
        if (service == "timestream-query" && words.Any(w => w.Contains("unload", StringComparison.OrdinalIgnoreCase)))
        {
            return (RiskTier.DataMutation, "writes into a bucket", false);
        }

        return words.Any(w => CliOptions.IsAny(CliOptions.NameOf(w), ["--cli-input-json", "--cli-input-yaml"]))
            ? (RiskTier.ServiceMutation, "takes its parameters from elsewhere", false)
            : (RiskTier.Read, null, false);
    }

    // What machines are told at their first start: passwords stand there.
    private static bool IsUserData(string operation, IReadOnlyList<string> words) =>
        operation == "describe-instance-attribute" && words.Any(w => w.Contains("userdata", StringComparison.OrdinalIgnoreCase));

    private static string? Blocked(IReadOnlyList<string> words)
    {
        var option = "";
        foreach (var word in words)
        {
            var name = CliOptions.NameOf(word);
            option = name.IsEmpty ? option : word;
            if (CliOptions.IsAny(name, Smuggled))
            {
                return $"{name.ToString()} is the environment's to say.";
            }

            if (CliOptions.IsFetched(word, option))
            {
                return "A value may not be taken from a file or an address.";
            }
        }

        return null;
    }

    // The first word after the global options is the service, the next one the operation; what stands where neither is expected is no option of ours.
    private static string? NextPositional(IReadOnlyList<string> words, ref int at)
    {
        while (at < words.Count)
        {
            var word = words[at++];
            var name = CliOptions.NameOf(word);
            if (name.IsEmpty)
            {
                return word;
            }

            if (CliOptions.IsSurelyAny(name, WithValue))
            {
                at += word.Contains('=', StringComparison.Ordinal) ? 0 : 1;
            }
            else if (!CliOptions.IsSurelyAny(name, WithoutValue))
            {
                return word;
            }
        }

        return null;
    }
}
