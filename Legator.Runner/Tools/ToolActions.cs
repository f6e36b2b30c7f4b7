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
    public static IReadOnlyList<ProposedAction> Classify<TArguments>(string tool, TArguments arguments, RunScope scope)
    {
        var found = StandardClassifiers.Classify(tool, JsonSerializer.SerializeToElement(arguments, Plain), scope.Environment.ForClassifiers());
        return found.Problem is { } problem ? throw new ToolInputException(problem.Reason, problem.Message, problem.Remedy) : found.Actions;
    }
}
