namespace Legator.Runner.Tests.Injections;

/// <summary>A place from which text of strangers comes to an agent.</summary>
internal sealed record InjectionSource
{
    public required string Id { get; init; }

    /// <summary>The call that reads it; null where it stands in the prompt already.</summary>
    public InjectionCall? Read { get; init; }

    public bool Prompt { get; init; }

    /// <summary>Only texts of a certain form can stand there, so attacks name it themselves.</summary>
    public bool Special { get; init; }
}
