namespace Legator.Core.Skills;

/// <summary>What a call may be repeated for.</summary>
internal static class RehearsalEach
{
    public const string Endpoints = "endpoints";

    public const string Namespaces = "namespaces";
}
