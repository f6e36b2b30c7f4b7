using System.Text.Json;

namespace Legator.Core.Actions.Classification;

/// <summary>Says what a tool call would do, from its arguments alone: no I/O, no clock, the same answer for ever.</summary>
public interface ICallClassifier
{
    /// <summary>The domain of the actions that it finds, e.g. <c>ssh</c>.</summary>
    string Domain { get; }

    /// <summary>True when it knows the tool.</summary>
    /// <param name="tool">Tool name, e.g. <c>ssh.exec</c>; compared without regard to case.</param>
    bool Handles(string tool);

    /// <summary>Finds every action of a call. Never throws for what the model wrote.</summary>
    /// <param name="tool">Tool name.</param>
    /// <param name="arguments">Arguments as the model wrote them.</param>
    /// <param name="context">What is known of the estate.</param>
    CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context);
}
