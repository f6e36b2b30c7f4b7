namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>What people ask for in what they wrote: finer than <see cref="Deed"/>, since nobody who asks for a cordon has asked for a drain.</summary>
[Flags]
internal enum Intent
{
    None = 0,
    Restart = 1,
    Scale = 2,
    Delete = 4,
    Pause = 8,
    Resume = 16,
    Undo = 32,
    Label = 64,
    Annotate = 128,
    Change = 256,
    Create = 512,
    Cordon = 1024,
    Uncordon = 2048,
    Drain = 4096,
    Send = 8192,
    Delegate = 16384,
    Tell = 32768,
    Note = 65536,
    Forget = 131072,
}
