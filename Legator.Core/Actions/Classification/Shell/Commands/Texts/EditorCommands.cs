using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Commands.Texts;

/// <summary>Editors: whatever they are called for may change files and run commands. What nobody may write or read, their commands may not either.</summary>
internal static class EditorCommands
{
    private const int MaxWords = 200;

    /// <summary>Their models.</summary>
    public static IReadOnlyList<CommandModel> All { get; } =
    [
        CommandModel.Does("ed ex vi vim view nano pico emacs vimdiff joe mcedit rvim nvim rnano red ne", RiskTier.DestructiveMutation, "an editor changes files and runs commands", "write") with { Judge = Files },
    ];

    // Files that commands name: -c 'w! /boot/x', '+sav /etc/shadow'.
    private static void Files(CommandCall call)
    {
        var count = 0;
        foreach (var word in call.Words)
        {
            var text = word.Literal ?? word.ToString();
            if (!text.AsSpan().ContainsAny(' ', '\t'))
            {
                continue;
            }

            foreach (var part in text.Split([' ', '\t', '|', '>'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (part[0] is not ('/' or '~') || ++count > MaxWords)
                {
                    continue;
                }

                var path = ShellWord.Of(part);
                call.Take([.. FileRules.Write(call.Scope, path).Concat(FileRules.Read(call.Scope, path)).Where(a => a.BlockedBecause is not null)]);
            }
        }
    }
}
