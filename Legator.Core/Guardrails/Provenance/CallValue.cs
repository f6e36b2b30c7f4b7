namespace Legator.Core.Guardrails.Provenance;

/// <summary>A term of a call's arguments.</summary>
/// <param name="Text">The term.</param>
/// <param name="IsPlace">It says where and not what: a namespace, a host.</param>
internal readonly record struct CallValue(string Text, bool IsPlace)
{
    public bool IsNumber => !Text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
