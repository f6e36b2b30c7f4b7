using Legator.Core.Actions.Classification.Clouds;

namespace Legator.Core.Actions.Classification.Azure;

/// <summary>Says how bad a line of the Azure command line could be: known reads are listed, everything else changes something.</summary>
public static class AzureClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "azure";

    private const int MostGroups = 8;

    // Keys of a store are credentials, and those are the environment's.
    private static readonly string[] Smuggled = ["--account-key", "--sas-token", "--connection-string"];

    // Questions that show secrets only when asked to.
    private static readonly string[] Revealing = ["--resolve-keyvault", "--show-secrets", "--with-secure-properties", "--with-secret"];

    private static readonly string[] WithValue = ["--output", "--query", "--subscription"];

    private static readonly string[] WithoutValue = ["--debug", "--verbose", "--only-show-errors", "--help"];

    /// <summary>Classifies one line.</summary>
    /// <param name="words">The words after <c>az</c>.</param>
    public static ProposedAction Classify(IReadOnlyList<string> words)
    {
        var path = Path(words);
        var command = string.Join(' ', path).ToLowerInvariant();
        var shows = AzureReads.Contains(command) && words.Any(AsksForSecret);
        var secret = shows || AzureWrites.IsSecret(command);
        var tier = TierOf(command, words, shows);
        var verb = command.Length == 0 ? "help" : command[(command.LastIndexOf(' ') + 1)..];
        return new ProposedAction(Domain, verb, new CanonicalTarget(command.Length == 0 ? "az" : command) { KindNames = secret && tier != RiskTier.Read ? [verb] : [] }, tier)
        {
            Effects = tier == RiskTier.Read ? [] : [Effect(tier, secret)],
            Guarded = secret && tier != RiskTier.Read,
            BlockedBecause = Blocked(words, tier),
        };
    }

    private static RiskTier TierOf(string command, IReadOnlyList<string> words, bool shows)
    {
        // What is behind -- goes to another program, and a question for help there asks that one.
        var reads = !words.Contains("--") && (IsHelp(command, words) || (AzureReads.Contains(command) && !shows));
        return reads ? RiskTier.Read
            : shows ? RiskTier.ServiceMutation
            : command.Length == 0 ? RiskTier.DestructiveMutation
            : AzureWrites.TierOf(command);
    }

    private static bool IsHelp(string command, IReadOnlyList<string> words) =>
        words.Any(w => w is "--help" or "-h") || command is "help" || (command.Length == 0 && words.Contains("--version"));

    private static bool AsksForSecret(string word)
    {
        var name = CliOptions.NameOf(word);
        return CliOptions.IsAny(name, Revealing) || name.Contains("secret", StringComparison.OrdinalIgnoreCase);
    }

    private static string Effect(RiskTier tier, bool secret) =>
        secret ? "hands out a secret or what opens one" : tier == RiskTier.DataMutation ? "changes or removes data" : "is no command that only looks";

    // Groups and command stand together at the beginning; only options that every command has may stand between them.
    private static List<string> Path(IReadOnlyList<string> words)
    {
        var path = new List<string>();
        for (var i = 0; i < words.Count && path.Count <= MostGroups; i++)
        {
            var name = CliOptions.NameOf(words[i]);
            if (name.IsEmpty)
            {
                path.Add(words[i]);
            }
            else if (name is "-o" || CliOptions.IsSurelyAny(name, WithValue))
            {
                i += words[i].Contains('=', StringComparison.Ordinal) ? 0 : 1;
            }
            else if (!CliOptions.IsSurelyAny(name, WithoutValue))
            {
                break;
            }
        }

        return path;
    }

    private static string? Blocked(IReadOnlyList<string> words, RiskTier tier)
    {
        var option = "";
        foreach (var word in words)
        {
            var name = CliOptions.NameOf(word);
            option = name.IsEmpty ? option : name.ToString();
            if (tier != RiskTier.Read && CliOptions.Is(name, "--subscription"))
            {
                return "The subscription of what is changed is the environment's to say.";
            }

            if (CliOptions.IsAny(name, Smuggled))
            {
                return $"{name.ToString()} is the environment's to say.";
            }

            if (IsFile(word, option))
            {
                return "A value may not be taken from a file or an address.";
            }
        }

        return null;
    }

    // A question may begin with @, which stands for itself there.
    private static bool IsFile(string word, string option)
    {
        var equals = word.StartsWith('-') ? word.IndexOf('=', StringComparison.Ordinal) : -1;
        var value = word.AsSpan(equals + 1).TrimStart();
        return (value.StartsWith("@") && value.Length > 1 && !CliOptions.IsSurelyAny(option, "--query")) || CliOptions.IsFetched(word, option + "url");
    }
}
