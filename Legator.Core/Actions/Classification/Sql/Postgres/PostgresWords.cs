using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Sql.Postgres;

/// <summary>The table of PostgreSQL's words, from <c>postgres-words.txt</c>, which says how it was made.</summary>
internal static class PostgresWords
{
    // The server cuts longer names off; none that is known comes near it.
    private const int LongestName = 63;

    private static readonly string[] Hashes = ["pg_authid", "pg_shadow"];

    // Tables that may hold passwords, columns of them, and those that hold samples of every column of every table.
    private static readonly string[] Passwords =
    [
        "pg_user_mapping", "pg_user_mappings", "pg_subscription", "pg_foreign_server", "pg_dist_authinfo", "pg_statistic", "pg_statistic_ext_data", "decrypted_secrets", "srvoptions",
        "user_mapping_options", "foreign_server_options", "_pg_user_mappings", "_pg_foreign_servers", "most_common_vals", "most_common_elems", "histogram_bounds",
    ];

    private static readonly FrozenSet<string> Operators;
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OperatorLookup;
    private static readonly FrozenDictionary<string, PostgresWord>.AlternateLookup<ReadOnlySpan<char>> Lookup;

    static PostgresWords()
    {
        var operators = new HashSet<string>(StringComparer.Ordinal);
        var words = new Dictionary<string, PostgresWord>(StringComparer.Ordinal);
        foreach (var (section, word) in Entries())
        {
            if (section.StartsWith("operator", StringComparison.Ordinal))
            {
                operators.Add(word);
            }
            else
            {
                Add(words, section, word);
            }
        }

        foreach (var name in Hashes.Concat(Passwords))
        {
            words[name] = New(name);
        }

        Operators = operators.ToFrozenSet(StringComparer.Ordinal);
        OperatorLookup = Operators.GetAlternateLookup<ReadOnlySpan<char>>();
        Lookup = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every entry of the file, in its order.</summary>
    public static IEnumerable<(string Section, string Word)> Entries()
    {
        using var stream = typeof(PostgresWords).Assembly.GetManifestResourceStream("sql/postgres-words.txt")
            ?? throw new InvalidOperationException("Legator.Core was built without postgres-words.txt.");
        using var reader = new StreamReader(stream);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                section = line.Trim('[', ']');
            }
            else if (!line.StartsWith("-- ", StringComparison.Ordinal))
            {
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return (section, word);
                }
            }
        }
    }

    /// <summary>What is known of a name as the text spells it without quotes: the server folds its letters.</summary>
    public static PostgresWord? Unquoted(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        Span<char> folded = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c >= 0x80)
            {
                return null;
            }

            folded[i] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        return Lookup.TryGetValue(folded[..name.Length], out var word) ? word : null;
    }

    /// <summary>What is known of a name as it is.</summary>
    public static PostgresWord? Quoted(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var word) ? word : null;

    /// <summary>True for operators that belong to PostgreSQL or to an extension that only computes.</summary>
    public static bool IsKnownOperator(ReadOnlySpan<char> name) => OperatorLookup.Contains(name);

    private static void Add(Dictionary<string, PostgresWord> words, string section, string text)
    {
        if (!words.TryGetValue(text, out var word))
        {
            words[text] = word = New(text);
        }

        word.Class = section switch
        {
            "keyword.reserved" => PostgresWordClass.Reserved,
            "keyword.column" => PostgresWordClass.Column,
            "keyword.type" => PostgresWordClass.Type,
            "keyword.plain" => PostgresWordClass.Plain,
            _ => word.Class,
        };
        word.Function = section switch
        {
            "service" => PostgresFunction.Service,
            "destructive" => PostgresFunction.Destructive,
            "data" => PostgresFunction.Data,
            "files" => PostgresFunction.Files,
            "text" => PostgresFunction.Text,
            _ when section.StartsWith("read.", StringComparison.Ordinal) => PostgresFunction.Read,
            _ => word.Function,
        };
    }

    private static PostgresWord New(string text) => new(text)
    {
        Keyword = Enum.TryParse<PostgresKeyword>(text, ignoreCase: true, out var keyword) && !char.IsDigit(text[0]) ? keyword : PostgresKeyword.None,
        Secret = Hashes.Contains(text),
        Delicate = Passwords.Contains(text),
    };
}
