using Legator.Core.Resources.Environments;
using Legator.Runner.Gate;

namespace Legator.Runner.Prompts;

/// <summary>Finds out what is news to an agent.</summary>
internal interface INewsReader
{
    /// <summary>The news; what cannot be read is left out.</summary>
    Task<PromptNews> ReadAsync(RunScope scope, LegatorEnvironmentSpec environment, CancellationToken cancellationToken);
}
