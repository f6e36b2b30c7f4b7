using Legator.Core.Redaction;

namespace Legator.Runner.Gate;

/// <summary>The secret values that a run has come to know, so that nothing of it is written with them. A value is added before anybody can use it.</summary>
internal sealed class RunSecrets(Redactor known)
{
    private readonly Lock _changing = new();
    private volatile Redactor _redactor = known;

    /// <summary>Knows every value that was added so far.</summary>
    public Redactor Redactor => _redactor;

    public void Add(params IEnumerable<string> values)
    {
        lock (_changing)
        {
            _redactor = _redactor.With(values);
        }
    }
}
