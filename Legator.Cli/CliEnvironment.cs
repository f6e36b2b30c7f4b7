using System.Text;
using Spectre.Console;

namespace Legator.Cli;

/// <summary>What the command line sees of the world: streams, variables, folders and the clock.</summary>
internal sealed record CliEnvironment
{
    private const int Unlimited = 100_000;

    public TextReader In { get; init; } = TextReader.Null;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Width in columns when a person looks on; null where output goes to a file or a pipe, so that nothing is cut.</summary>
    public int? Width { get; init; }

    public bool Colour { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public required string CurrentDirectory { get; init; }

    public required string HomeDirectory { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static CliEnvironment OfProcess()
    {
        var redirected = Console.IsOutputRedirected;
        if (!OperatingSystem.IsWindows() || !redirected)
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        return new CliEnvironment
        {
            In = Console.In,
            Out = Console.Out,
            Error = Console.Error,
            Width = redirected ? null : Math.Max(40, Console.WindowWidth),
            Colour = !redirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Variable = Environment.GetEnvironmentVariable,
            CurrentDirectory = Environment.CurrentDirectory,
            HomeDirectory = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        };
    }

    public IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Out),
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Width ?? Unlimited;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
