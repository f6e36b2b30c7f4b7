namespace Legator.Cli.Connection;

/// <summary>The folder in which a local Legator keeps what its command line needs: <c>api-url</c> and <c>token</c>.</summary>
internal sealed record DataDirectory(string Path)
{
    public const string DefaultName = ".legator";

    public string? ApiUrl => Read("api-url");

    public string? Token => Read("token");

    /// <summary>The folder that was asked for, or the first of the usual ones that a Legator has used; null when there is none.</summary>
    public static DataDirectory? Find(string? asked, CliEnvironment environment)
    {
        if (!string.IsNullOrEmpty(asked))
        {
            return new DataDirectory(System.IO.Path.GetFullPath(asked, environment.CurrentDirectory));
        }

        string[] usual = [environment.CurrentDirectory, environment.HomeDirectory];
        return usual
            .Select(folder => new DataDirectory(System.IO.Path.Combine(folder, DefaultName)))
            .FirstOrDefault(folder => folder.ApiUrl is not null);
    }

    private string? Read(string name)
    {
        try
        {
            var text = File.ReadAllText(System.IO.Path.Combine(Path, name)).Trim();
            return text.Length == 0 ? null : text;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"cannot read {System.IO.Path.Combine(Path, name)}: {e.Message}");
        }
    }
}
