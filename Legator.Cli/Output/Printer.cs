using System.Text.Json;
using Legator.Core;
using Spectre.Console;

namespace Legator.Cli.Output;

/// <summary>Writes results in the format that was asked for.</summary>
internal sealed class Printer
{
    private readonly CliEnvironment environment;
    private readonly OutputFormat format;

    public Printer(CliEnvironment environment, OutputFormat format)
    {
        this.environment = environment;
        this.format = format;
        Console = environment.CreateConsole();
    }

    public IAnsiConsole Console { get; }

    public DateTimeOffset Now => environment.Clock.GetUtcNow();

    public bool ForPeople => format == OutputFormat.Table;

    /// <summary>Prints the API's own JSON, or for people what <paramref name="table"/> makes of it.</summary>
    public void Print<T>(JsonElement value, Action<T> table)
    {
        switch (format)
        {
            case OutputFormat.Json:
                environment.Out.WriteLine(JsonSerializer.Serialize(value, LegatorJson.Indented));
                break;
            case OutputFormat.Yaml:
                environment.Out.Write(Yaml.Serialize(value));
                break;
            default:
                table(value.Deserialize<T>(LegatorJson.Options) ?? throw new CliException("the API answered with nothing."));
                break;
        }
    }

    /// <summary>Writes a line of markup; values in it must be escaped by <see cref="Safe"/>.</summary>
    public void Line(string markup = "") => Console.MarkupLine(markup);

    /// <summary>Writes text from elsewhere, indented.</summary>
    public void Text(string text, string indent = "")
    {
        foreach (var line in Terminal.Clean(text).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            Console.WriteLine((indent + line).TrimEnd());
        }
    }

    /// <summary>Makes a value safe inside markup.</summary>
    public static string Safe(string? value, int length = 400) => Markup.Escape(Terminal.OneLine(value ?? "", length));
}
