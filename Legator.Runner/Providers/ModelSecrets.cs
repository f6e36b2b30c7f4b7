namespace Legator.Runner.Providers;

/// <summary>The secret values that a run's providers use. Tokens come while the run is under way: whoever keeps them out of texts is told before they are sent.</summary>
internal sealed class ModelSecrets
{
    private readonly Lock _changing = new();
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private Action<string> _follower = _ => { };

    /// <summary>Tells of every value that is known and of every one to come.</summary>
    public void Follow(Action<string> follower)
    {
        lock (_changing)
        {
            _follower = follower;
            foreach (var value in _values)
            {
                follower(value);
            }
        }
    }

    public void Add(params IEnumerable<string> values)
    {
        lock (_changing)
        {
            foreach (var value in values.Where(_values.Add))
            {
                _follower(value);
            }
        }
    }
}
