using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Walks a simple command: the commands inside of its words, its assignments and redirections, and then the command itself.</summary>
internal static class CommandWalker
{
    /// <summary>Walks a command.</summary>
    public static void Walk(WalkState walk, SimpleCommand command, ShellInput input)
    {
        walk.Judged++;
        input = walk.Effective(input);
        var carries = WalkWords(walk, command.Words);

        for (var i = 0; i < command.Assignments.Count; i++)
        {
            AssignmentWalker.Walk(walk, command.Assignments[i]);
        }

        var words = new WordExpander(walk.Shell).Expand(command.Words);
        Charge(walk, words);
        if (walk.Connected)
        {
            foreach (var word in words)
            {
                RedirectionWalker.CheckDescriptor(walk, word);
            }
        }

        if (command.Redirections.Count > 0)
        {
            input = RedirectionWalker.Redirect(walk, command.Redirections, input, SendsNothing(words, command.Redirections));
            if (words.Count > 0 && words[^1].Literal == "exec" && input.Given)
            {
                walk.Shell.Input = ShellInput.Something with { Laden = input.Laden };
            }
        }

        if (carries)
        {
            SentContents.Judge(walk, words);
        }

        if (words.Count == 0)
        {
            AssignmentWalker.Assign(walk, command.Assignments);
            return;
        }

        if (command.WordsBeforeJointRedirection is { } before && before < command.Words.Count)
        {
            // A shell that does not know "&>" ends the command there, and what follows is a command of its own.
            walk.Findings.Add(LineJudge.Words(walk, new WordExpander(walk.Shell).Expand([.. command.Words.Skip(before)]), walk.Scope()));
        }

        if (command.Assignments.Count == 0)
        {
            Run(walk, words, input);
        }
        else
        {
            RunAssigned(walk, command.Assignments, words, input);
        }
    }

    // True when a word carries what was read from files or the environment.
    private static bool WalkWords(WalkState walk, IReadOnlyList<ParsedWord> words)
    {
        var carries = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Bare is null)
            {
                var (contents, unlisted) = (walk.Contents, walk.Unlisted);
                WordWalker.Walk(walk, words[i]);
                CheckPattern(walk, words[i]);
                carries |= (walk.Contents > contents && SentContents.Carries(walk, words[i], words, contents, unlisted)) || SentSecrets.Tells(walk, words, i);
            }
        }

        return carries;
    }

    // Most shells refuse "*(…)" outside of tests; some run what stands in it.
    private static void CheckPattern(WalkState walk, ParsedWord word)
    {
        if (word.Pieces is not [LiteralPiece { Quoting: not Quoting.Pattern }] && word.Pieces.Any(p => p is LiteralPiece { Quoting: Quoting.Pattern }))
        {
            walk.AddUnsafe("run", word.Source, "some shells run what stands in such a pattern");
        }
    }

    // Long lists of words cost as much as many commands.
    private static void Charge(WalkState walk, List<ShellWord> words)
    {
        if (words.Count > 32)
        {
            walk.Judged += words.Sum(w => 8 + w.Prefix.Length) / 16;
        }
    }

    // ": > /dev/tcp/host/port" only looks whether somebody answers.
    private static bool SendsNothing(List<ShellWord> words, IReadOnlyList<Redirection> redirections) =>
        words.Count == 0
        || (words.Count == 1 && words[0].Literal is ":" or "true" or "echo")
        || (words.Count == 1 && words[0].Literal == "exec" && redirections.All(r => r.Descriptor is not (null or "1" or "2")))
        || (words.Count == 1 && words[0].Literal == "cat" && redirections.Any(r => r.Kind == RedirectionKind.Read && r.Target.Literal == "/dev/null"));

    // Assignments before a command are its environment; a few builtins keep them.
    private static void RunAssigned(WalkState walk, IReadOnlyList<Assignment> assignments, List<ShellWord> words, ShellInput input)
    {
        foreach (var assignment in assignments)
        {
            AssignmentWalker.JudgeEnvironment(walk, assignment.Name, new WordExpander(walk.Shell).Single(assignment.Value), exported: true);
        }

        var before = walk.Fork(walk.Shell);
        AssignmentWalker.AssignValues(walk, assignments);
        walk.Shell.SplittingChanged = before.SplittingChanged;
        Run(walk, words, input);
        walk.Shell.Join(before);
    }

    private static void Run(WalkState walk, List<ShellWord> words, ShellInput input)
    {
        var function = words[0].Literal is { } name ? walk.Shell.Function(name) : null;
        if (function is not null)
        {
            walk.Findings.Repeat();
            walk.Functions.Call(function, words, input);
            walk.Shell.Reached = null;
            if (function.Certain && !CommandTable.Knows(words[0].Literal!) && !words[0].Literal!.Contains('/', StringComparison.Ordinal))
            {
                return;
            }
        }

        var unlisted = walk.Unlisted;
        var directories = walk.Shell.Directories;
        for (var i = 0; i < directories.Count; i++)
        {
            walk.Findings.Add(LineJudge.Command(walk, words, walk.Scope(directories[i], input)));
            if (directories.Count > 1)
            {
                walk.Findings.Repeat();
            }
        }

        if (input.Laden || (walk.Unlisted > unlisted && words[0].Literal is "xargs" or "parallel"))
        {
            SentContents.JudgeInput(walk, words);
        }

        StateChanges.Apply(words, walk.Shell, input);
        ReentryWalker.Walk(walk, words, input);
    }
}
