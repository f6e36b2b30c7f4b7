using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Runner.Gate;

namespace Legator.Runner.Tools;

/// <summary>What a call would do, by the one list of classifiers. The typed arguments themselves are classified, so what is judged is what is executed.</summary>
internal static class ToolActions
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <exception cref="ToolInputException">Nobody can say what the call would do.</exception>
    public static IReadOnlyList<ProposedAction> Classify<TArguments>(string tool, TArguments arguments, RunScope scope) =>
        Classify(tool, arguments, scope.Environment.ForClassifiers());

    /// <summary>The same, where the tool knows more of the estate.</summary>
    /// <exception cref="ToolInputException">Nobody can say what the call would do.</exception>
    public static IReadOnlyList<ProposedAction> Classify<TArguments>(string tool, TArguments arguments, ClassificationContext context)
    {
        var found = StandardClassifiers.Classify(tool, JsonSerializer.SerializeToElement(arguments, Plain), context);
        return found.Problem is { } problem ? throw new ToolInputException(problem.Reason, problem.Message, problem.Remedy) : found.Actions;
    }
}
