using System.Text.Json.Nodes;
using Legator.Core;
using Legator.Core.Skills;
using Legator.Core.YamlText;

namespace Legator.Cli.Validation;

/// <summary>What there is under the paths that somebody named: objects of YAML files, and folders of skills. Folders are searched, hidden ones left out.</summary>
internal sealed class ValidationInput(CliEnvironment environment)
{
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Objects that could be read.</summary>
    public List<Manifest> Manifests { get; } = [];

    /// <summary>Folders with a SKILL.md.</summary>
    public List<string> Skills { get; } = [];

    /// <summary>What could not be read.</summary>
    public List<ValidationProblem> Problems { get; } = [];

    /// <summary>Files that were looked at.</summary>
    public int Files { get; private set; }

    /// <exception cref="CliException">There is no such file or folder.</exception>
    public void Add(string place)
    {
        var path = Path.GetFullPath(Path.Combine(environment.CurrentDirectory, place));
        if (Directory.Exists(path))
        {
            AddFolder(place, new DirectoryInfo(path));
        }
        else if (File.Exists(path))
        {
            AddFile(place, path);
        }
        else
        {
            throw new CliException($"{place}: there is no such file or folder", ExitCodes.Usage);
        }
    }

    private void AddFolder(string place, DirectoryInfo folder)
    {
        if (File.Exists(Path.Combine(folder.FullName, SkillFiles.MarkdownName)))
        {
            if (_seen.Add(folder.FullName))
            {
                Skills.Add(place);
                Files += folder.EnumerateFiles().Count();
            }

            return;
        }

        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.') && entry.LinkTarget is null).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var inner = place is "." ? entry.Name : $"{place.TrimEnd('/')}/{entry.Name}";
            if (entry is DirectoryInfo further)
            {
                AddFolder(inner, further);
            }
            else if (entry.Extension is ".yaml" or ".yml")
            {
                AddFile(inner, entry.FullName);
            }
        }
    }

    private void AddFile(string place, string path)
    {
        if (!_seen.Add(path))
        {
            return;
        }

        Files++;
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                Problems.Add(new ValidationProblem(place, "", $"is larger than {MostBytes / (1024 * 1024)} MiB: nobody looked at it"));
                return;
            }

            Read(place, File.ReadAllText(path));
        }
        catch (YamlFormatException exception)
        {
            Problems.Add(new ValidationProblem(place, "", $"is not YAML: {exception.Problem}") { Line = (int)exception.Line });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problems.Add(new ValidationProblem(place, "", exception.Message));
        }
    }

    private void Read(string place, string text)
    {
        var lines = YamlLines.Of(text);
        foreach (var (index, document) in Yaml.ParseAll(text).Index())
        {
            if (document is JsonObject body)
            {
                Manifests.Add(new Manifest(place, index, body, lines));
            }
            else
            {
                Problems.Add(new ValidationProblem(place, "", "is no object: write a mapping with apiVersion, kind and metadata") { Line = lines.Find("", index) });
            }
        }
    }
}
