using System.Text.Json;
using Legator.Core.Actions.Classification.Aws;
using Legator.Core.Actions.Classification.Azure;
using Legator.Core.Actions.Classification.Delegation;
using Legator.Core.Actions.Classification.Dns;
using Legator.Core.Actions.Classification.Http;
using Legator.Core.Actions.Classification.Kubernetes;
using Legator.Core.Actions.Classification.Mcp;
using Legator.Core.Actions.Classification.Shell;
using Legator.Core.Actions.Classification.Sql;
using Legator.Core.Actions.Classification.State;

namespace Legator.Core.Actions.Classification;

/// <summary>The one list of classifiers. A tool that none of them knows has no tier and is refused.</summary>
public static class StandardClassifiers
{
    /// <summary>All classifiers, each for its own tools.</summary>
    public static IReadOnlyList<ICallClassifier> All => Asked;

    private static readonly ICallClassifier[] Asked =
    [
        new KubernetesCallClassifier(),
        new ShellClassifier(),
        new SqlClassifier(),
        new HttpCallClassifier(),
        new DnsCallClassifier(),
        new AwsCallClassifier(),
        new AzureCallClassifier(),
        new StateCallClassifier(),
        new McpCallClassifier(),
        new DelegationCallClassifier(),
        new EventCallClassifier(),
    ];

    /// <summary>Classifies a call by the classifier of its tool.</summary>
    public static CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        foreach (var classifier in Asked)
        {
            if (classifier.Handles(tool))
            {
                return Ask(classifier, tool, arguments, context);
            }
        }

        return CallClassification.Unreadable($"There is no tool '{tool}'.", "The tools are listed in docs/guardrails.md.");
    }

    private static CallClassification Ask(ICallClassifier classifier, string tool, JsonElement arguments, ClassificationContext context)
    {
        try
        {
            return classifier.Classify(tool, arguments, context);
        }
        catch (InvalidOperationException)
        {
            // JSON can spell half a character, and nothing that reads it as text gets past that.
            return CallClassification.Unreadable("The arguments hold text that is no Unicode.");
        }
    }
}
