namespace Legator.Runner.Tools;

/// <summary>What a tool gives back, before it is redacted and bounded.</summary>
/// <param name="Succeeded">False when the tool could not do what it was asked.</param>
/// <param name="Text">The answer.</param>
internal sealed record ToolOutput(bool Succeeded, string Text)
{
    /// <summary>Bytes that the model may get.</summary>
    public int MaxBytes { get; init; } = OutputBounds.DefaultBytes;

    /// <summary>Lines that the model may get.</summary>
    public int MaxLines { get; init; } = OutputBounds.DefaultLines;

    /// <summary>True when the end matters and not the beginning: logs.</summary>
    public bool KeepEnd { get; init; }

    /// <summary>True where a change failed and may have taken effect all the same.</summary>
    public bool InDoubt { get; init; }

    public static ToolOutput Done(string text) => new(true, text);

    public static ToolOutput Failed(string text) => new(false, text);

    /// <summary>It failed, and may have taken effect all the same; the text says so.</summary>
    public static ToolOutput Doubtful(string text) => new(false, text) { InDoubt = true };
}
