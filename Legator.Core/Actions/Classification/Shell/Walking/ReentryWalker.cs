using Legator.Core.Actions.Classification.Shell.Parsing;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks text that a command has this very shell run, so that what it assigns and defines stays: <c>eval</c>, and what aliases, traps and other files may hold.</summary>
internal static class ReentryWalker
{
    /// <summary>Walks what the command gives to this shell, if it is one that does.</summary>
    public static void Walk(WalkState walk, List<ShellWord> words, ShellInput input)
    {
        var start = 0;
        while (start < words.Count && words[start].Literal is "command" or "builtin")
        {
            start++;
        }

        if (start == words.Count || words[start].Literal is not ("eval" or "trap" or "source" or "." or "alias"))
        {
            return;
        }

        var text = string.Join(' ', words.Skip(start + 1).Select(w => w.Literal));
        if (words[start].Literal == "eval" && words.All(w => w.Literal is not null) && walk.Depth < WalkState.MaxDepth && ShellParser.Parse(text) is { Program: { } program })
        {
            walk.Findings.Repeat();
            walk.Depth++;
            NodeWalker.Walk(walk, program, input);
            walk.Depth--;
            walk.Shell.Reached = null;
        }
        else if (words[start].Literal == "alias")
        {
            Aliases(walk, words, start + 1);
        }
        else if (words[start].Literal != "trap" || words.Count > start + 2)
        {
            walk.Shell.ForgetAll();
        }
    }

    private static void Aliases(WalkState walk, List<ShellWord> words, int start)
    {
        foreach (var word in words.Skip(start))
        {
            var sign = word.Prefix.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0 || word.Literal is null)
            {
                walk.AddUnsafe("define", "alias " + word, "a name will stand for other commands");
                walk.Findings.Add(word.Literal is null ? [] : LineJudge.Text(walk, word.Literal[(sign + 1)..], walk.Scope()));
            }
        }
    }
}
