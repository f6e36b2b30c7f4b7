namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>What a word, or a call, wants to be done; words of many kinds mean the same.</summary>
[Flags]
internal enum Deed
{
    None = 0,
    Restart = 1,
    Scale = 2,
    Delete = 4,
    Stop = 8,
    Change = 16,
    Node = 32,
    Undo = 64,
    Start = 128,
    Send = 256,
}
