using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;

namespace Legator.Core.Actions.Classification.Shell.Parsing;

/// <summary>A line as a shell reads it, or why no shell would, or why shells would disagree.</summary>
/// <param name="Program">Its commands; null with a problem.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
/// <param name="Doubt">Why one shell may read it differently from another; null when all read it alike.</param>
internal sealed record ParsedLine(CommandList? Program, string? Problem, string? Doubt)
{
    /// <summary>What other shells read where they disagree; null where they agree, or where others would not run the line at all.</summary>
    public CommandList? Other { get; init; }

    /// <summary>Every way to read the line; none when there is no saying.</summary>
    public IReadOnlyList<CommandList> Readings => Program is null ? [] : Other is null ? [Program] : [Program, Other];
}
