using System.Collections.Frozen;
using Legator.Core.Runs;

namespace Legator.Runner.Providers;

/// <summary>Knows every provider by name and connects runs to their models.</summary>
internal sealed class ModelProviders
{
    private readonly FrozenDictionary<string, IModelProvider> _byName;
    private readonly ModelCredentials _credentials;

    public ModelProviders(IEnumerable<IModelProvider> providers, ModelCredentials credentials)
    {
        _byName = providers.SelectMany(p => p.Names.Select(name => (name, p))).ToFrozenDictionary(x => x.name, x => x.p);
        _credentials = credentials;
    }

    /// <summary>Connects a run to its model.</summary>
    /// <param name="snapshot">The run's snapshot.</param>
    /// <param name="secrets">Is told of every secret value, so that it can be kept out of texts.</param>
    /// <param name="cancellationToken">Ends the reading of Secrets.</param>
    /// <exception cref="ModelUnusableException">The provider is unknown, or its settings or its Secret cannot work.</exception>
    public async Task<ModelClient> ConnectAsync(RunSnapshot snapshot, ModelSecrets secrets, CancellationToken cancellationToken)
    {
        var name = snapshot.Model.Provider;
        if (!_byName.TryGetValue(name, out var provider))
        {
            throw new ModelUnusableException(
                $"Provider '{name}' of tier '{snapshot.Model.TierName}' is not supported by this version: use one of {string.Join(", ", _byName.Keys.Order())}.");
        }

        return provider.Connect(new ModelConnection(snapshot, await _credentials.ReadAsync(snapshot, secrets, cancellationToken)));
    }
}
