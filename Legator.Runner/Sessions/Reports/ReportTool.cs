using System.Text.Json;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;
using Legator.Runner.Tools;

namespace Legator.Runner.Sessions.Reports;

/// <summary>The tool by which a model reports findings while it works. It belongs to the session and reaches nothing but the journal: no sheet declares it, and no guardrail has anything to say on it.</summary>
internal static class ReportTool
{
    public const string Name = "report";

    /// <summary>As the model is told of it.</summary>
    public static ToolDeclaration Declaration { get; } = new(
        Name,
        "Reports one finding to the people who look after the system. Call it as soon as you are sure, once for each finding; several calls may go together with others. It needs no permission and changes nothing. Your last answer need not repeat what you reported.",
        ToolArguments.Schema<ReportArguments>());

    /// <summary>The session answers the call itself.</summary>
    public static bool Takes(SessionCall call, int format) => format > SessionFormat.First && call.Call.Tool == Name;

    /// <summary>What is recorded of the call.</summary>
    public static FindingReported Read(SessionCall call)
    {
        try
        {
            return Read(call.Seq, ToolArguments.Read<ReportArguments>(call.Call.Arguments));
        }
        catch (ToolInputException exception)
        {
            return new FindingReported(call.Seq, null, $"{exception.Problem.Message} {exception.Problem.Remedy}".TrimEnd());
        }
    }

    /// <summary>The tools of a request, this one among them.</summary>
    public static IReadOnlyList<ToolDeclaration> With(IReadOnlyList<ToolDeclaration> tools) =>
        [.. tools.Append(Declaration).OrderBy(tool => tool.Name, StringComparer.Ordinal)];

    private static FindingReported Read(int seq, ReportArguments arguments) => arguments.Message.Trim() is { Length: > 0 } message
        ? new(seq, new Finding(JsonNamingPolicy.CamelCase.ConvertName(arguments.Severity.ToString()), message, arguments.Resource?.Trim() is { Length: > 0 } resource ? resource : null))
        : new(seq, null, "The argument 'message' is empty. Say in a sentence what was found.");
}
