namespace Legator.Cli.Guardrails;

/// <summary>Reads calls line by line, so that the first answer does not wait for the last question. Blank lines are left out.</summary>
internal static class CallLines
{
    public static async IAsyncEnumerable<CallLine> ReadAsync(TextReader input, string? tool, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        while (await input.ReadLineAsync(cancellationToken) is { } text)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return CallLine.Read(number, number == 1 ? text.TrimStart('\uFEFF') : text, tool);
            }
        }
    }

    /// <summary>Opens a file; <c>-</c> is standard input.</summary>
    public static TextReader Open(string path, CliEnvironment environment)
    {
        try
        {
            return path == "-" ? environment.In : File.OpenText(Path.Combine(environment.CurrentDirectory, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path}: {e.Message}");
        }
    }
}
