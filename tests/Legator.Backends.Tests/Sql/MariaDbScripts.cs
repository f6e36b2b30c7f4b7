using System.Text;

namespace Legator.Backends.Tests.Sql;

/// <summary>The statements of MariaDB's own test scripts (Debian's mariadb-test-data), as far as they stand there in full.</summary>
internal static class MariaDbScripts
{
    private static readonly string[] Folders =
        [Environment.GetEnvironmentVariable("LEGATOR_TEST_MARIADB_SCRIPTS") ?? "", "/usr/share/mysql/mysql-test/main", "/usr/share/mariadb/mariadb-test/main"];

    // Words of the test tool, not of the server.
    private static readonly HashSet<string> Commands = new(StringComparer.OrdinalIgnoreCase)
    {
        "let", "eval", "evalp", "source", "connect", "connection", "disconnect", "send", "send_eval", "reap", "query", "error", "exec", "system", "sleep", "real_sleep", "inc", "dec", "echo",
        "if", "while", "end", "skip", "die", "exit", "dirty_close", "change_user", "sync_with_master", "save_master_pos", "sync_slave_with_master", "ping", "replace_result",
        "replace_column", "replace_regex", "query_vertical", "query_horizontal", "copy_file", "remove_file", "file_exists", "wait_for_slave_to_stop", "result_format", "disable_warnings",
        "enable_warnings", "disable_query_log", "enable_query_log", "disable_result_log", "enable_result_log", "sorted_result", "shutdown_server", "chmod", "mkdir", "rmdir", "vertical_results",
        "horizontal_results", "require", "lowercase_result", "reset_connection", "send_quit", "enable_metadata", "disable_metadata", "enable_info", "disable_info", "move_file", "cat_file",
    };

    /// <summary>The scripts, in order; empty when they are not installed.</summary>
    public static IReadOnlyList<string> Files() =>
        Folders.FirstOrDefault(Directory.Exists) is { } folder ? [.. Directory.GetFiles(folder, "*.test", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    /// <summary>The statements of a script.</summary>
    public static IEnumerable<string> Statements(string file)
    {
        var lines = File.ReadAllLines(file);
        var delimiter = ";";
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var start = line.TrimStart();
            if (text.Length == 0 && (start.Length == 0 || start[0] is '#' or '}' or '{' || start.StartsWith("--", StringComparison.Ordinal)))
            {
                delimiter = Delimiter(start.TrimStart('-', ' '), delimiter) ?? delimiter;
                continue;
            }

            if (text.Length == 0 && IsBlock(start, out var end))
            {
                while (i + 1 < lines.Length && !lines[i + 1].StartsWith(end, StringComparison.Ordinal))
                {
                    i++;
                }

                i++;
                continue;
            }

            text.Append(line).Append('\n');
            if (!line.TrimEnd().EndsWith(delimiter, StringComparison.Ordinal) && !line.TrimEnd().EndsWith('{'))
            {
                continue;
            }

            var whole = text.ToString().Trim();
            text.Clear();
            if (Delimiter(whole, delimiter) is { } next)
            {
                delimiter = next;
                continue;
            }

            if (whole.EndsWith(delimiter, StringComparison.Ordinal) && IsStatement(whole))
            {
                yield return whole[..^delimiter.Length];
            }
        }
    }

    private static string? Delimiter(string text, string current) =>
        text.StartsWith("delimiter", StringComparison.OrdinalIgnoreCase) && text["delimiter".Length..].Trim() is { Length: > 0 } rest
            ? rest.EndsWith(current, StringComparison.Ordinal) && rest.Length > current.Length ? rest[..^current.Length].Trim() : rest
            : null;

    private static bool IsBlock(string start, out string end)
    {
        end = "EOF";
        if (!(start.StartsWith("perl", StringComparison.Ordinal) || start.StartsWith("write_file", StringComparison.Ordinal) || start.StartsWith("append_file", StringComparison.Ordinal)))
        {
            return false;
        }

        var last = start.TrimEnd(';', ' ').Split(' ')[^1];
        end = last.All(c => char.IsAsciiLetterUpper(c) || c == '_') ? last : "EOF";
        return true;
    }

    private static bool IsStatement(string text)
    {
        var length = text.AsSpan().IndexOfAny(" \t\r\n(;");
        var word = length < 0 ? text : text[..length];
        return !Commands.Contains(word) && !text.Contains('$') && !text.Contains('\ufffd');
    }
}
