using System.Globalization;
using System.Text;
using Legator.Core.Redaction;

namespace Legator.Runner.Tools.Ssh;

/// <summary>What a command says, as the model reads it: output, then error output, each with a note of what was left out.</summary>
/// <param name="note">Said first; null for nothing.</param>
/// <param name="redactor">Knows the secrets of the run: half a secret at the end of what was kept is one too.</param>
internal sealed class SshOutput(string? note, Redactor redactor)
{
    private const int MaxBytes = 8192;

    /// <summary>Most bytes of everything together.</summary>
    public const int MaxTotal = (2 * MaxBytes) + 1024;

    public BoundedOutput Output { get; } = new(MaxBytes);

    public BoundedOutput Errors { get; } = new(MaxBytes);

    /// <summary>The command was ended while it still wrote.</summary>
    public bool IsInterrupted { get; set; }

    public override string ToString()
    {
        var text = new StringBuilder();
        if (note is not null)
        {
            text.Append(note).Append('\n');
        }

        Write(text, Output, Output.Text);
        var errors = RemoteShell.Strip(Errors.Text, out _);
        if (errors.TrimEnd('\n').Length > 0)
        {
            Write(text.Append("\n[error output]\n"), Errors, errors);
        }

        return text.ToString();
    }

    private void Write(StringBuilder text, BoundedOutput output, string kept)
    {
        text.Append((output.IsCut || IsInterrupted ? redactor.RedactCut(kept) : kept).TrimEnd('\n'));
        if (output.IsCut)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{output.Total - MaxBytes} bytes left out after this; ask for less to see them]");
        }
    }
}
