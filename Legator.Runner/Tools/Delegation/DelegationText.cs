using System.Text;
using System.Text.RegularExpressions;
using Legator.Core.Delegation;
using Legator.Core.Guardrails;
using Legator.Core.Scheduling;

namespace Legator.Runner.Tools.Delegation;

/// <summary>Checks what a model writes to other agents.</summary>
internal static partial class DelegationText
{
    /// <summary>The text, when there is some and it is not too long.</summary>
    /// <exception cref="ToolInputException">It is blank or too long.</exception>
    public static string Required(string name, string text, int most = AgentTasks.MostBytes) =>
        string.IsNullOrWhiteSpace(text) ? throw Problem($"{name} is empty.", "Say it in words.")
        : Encoding.UTF8.GetByteCount(text) > most ? throw Problem($"{name} has {Encoding.UTF8.GetByteCount(text)} bytes; {most} are the most.", "Say it in fewer words.")
        : text.Trim();

    /// <summary>A word that becomes part of a type or label.</summary>
    /// <exception cref="ToolInputException">It is no such word.</exception>
    public static string Word(string name, string text) =>
        Words().IsMatch(text) ? text : throw Problem($"{name} '{OutputBounds.Cut(text, 80)}' is not a type.", "Write at most 60 lower-case letters, digits, '-' and dots, such as finding.certificate.");

    /// <summary>How long something counts.</summary>
    /// <exception cref="ToolInputException">It is no duration, or too long.</exception>
    public static string Life(string? ttl) =>
        ttl is null ? "1h"
        : GoDuration.TryParse(ttl, out var life, out _) && life > TimeSpan.Zero && life <= AgentTasks.LongestLife ? ttl
        : throw Problem($"ttl '{OutputBounds.Cut(ttl, 40)}' is not a duration of at most 7d.", "Write a duration such as 30m, 24h or 7d.");

    /// <summary>The beginning of a text, on one line.</summary>
    public static string Line(string text, int most) => Cut(text.ReplaceLineEndings(" "), most);

    /// <summary>The beginning of a text, never inside a character.</summary>
    public static string Cut(string text, int most) => OutputBounds.Cut(text, most);

    public static ToolInputException Problem(string message, string remedy) => new(GuardrailReason.InvalidArguments, message, remedy);

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9.-]{0,58}[a-z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
