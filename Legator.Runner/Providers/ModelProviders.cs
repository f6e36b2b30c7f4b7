using System.Collections.Frozen;
using Legator.Core.Runs;
using Legator.Runner.Providers.Scripted;

namespace Legator.Runner.Providers;

/// <summary>Knows every provider by name and connects runs to their models.</summary>
internal sealed class ModelProviders
{
    private readonly FrozenDictionary<string, IModelProvider> _byName;
    private readonly ModelCredentials _credentials;

    private readonly TimeProvider _time;

    public ModelProviders(IEnumerable<IModelProvider> providers, ModelCredentials credentials, TimeProvider time)
    {
        _time = time;
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
        var lines = new List<ModelLine>();
        ModelUnusableException? first = null;
        foreach (var model in snapshot.Model.Fallbacks?.Prepend(snapshot.Model) ?? [snapshot.Model])
        {
            try
            {
                lines.Add(new ModelLine(model, await ConnectAsync(snapshot with { Model = model }, lines.Count + (first is null ? 0 : 1), secrets, cancellationToken)));
            }
            catch (ModelUnusableException e) when (snapshot.Model.Fallbacks is not null)
            {
                first ??= e;
            }
        }

        return lines.Count == 0 ? throw first! : new ModelClient(new FallbackChat(lines, snapshot.Model, first?.Message, _time), lines[0].Client.Window);
    }

    private async Task<ModelClient> ConnectAsync(RunSnapshot snapshot, int place, ModelSecrets secrets, CancellationToken cancellationToken)
    {
        var name = snapshot.Model.Provider;
        if (!_byName.TryGetValue(name, out var provider))
        {
            throw new ModelUnusableException(
                $"Provider '{name}' of tier '{snapshot.Model.TierName}' is not supported by this version: use one of {string.Join(", ", _byName.Keys.Order())}.");
        }

        if (place > 0 && provider is ScriptedProvider)
        {
            throw new ModelUnusableException("Provider 'scripted' plays a whole run and is no fallback.");
        }

        return provider.Connect(new ModelConnection(snapshot, await _credentials.ReadAsync(snapshot, secrets, cancellationToken)) { IsFallback = place > 0 });
    }
}
