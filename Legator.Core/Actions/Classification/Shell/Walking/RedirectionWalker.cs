using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

/// <summary>Judges where input and output go, and knows connections that the line has opened.</summary>
internal static class RedirectionWalker
{
    /// <summary>Judges where input and output go, and says what is on standard input afterwards.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="redirections">They, in order.</param>
    /// <param name="input">What is there before.</param>
    /// <param name="mayConnect">True when the command sends nothing of its own, so that opening a connection is all that happens.</param>
    public static ShellInput Redirect(WalkState walk, IReadOnlyList<Redirection> redirections, ShellInput input, bool mayConnect)
    {
        var expander = new WordExpander(walk.Shell);
        foreach (var redirection in redirections)
        {
            var unlisted = walk.Unlisted;
            var contents = walk.Contents;
            if (redirection.Kind != RedirectionKind.HereDocument)
            {
                WordWalker.Walk(walk, redirection.Target);
            }

            if (walk.Contents > contents && redirection.Target.Source.Contains("/dev/", StringComparison.Ordinal))
            {
                walk.AddUnsafe("send", redirection.Target.Source, "what was read is part of an address that is called");
            }

            if (redirection.Descriptor is ['{', .. var name, '}'])
            {
                AssignmentWalker.Overwrite(walk, name);
                walk.Shell.Forget(name);
            }

            var given = Redirect(walk, redirection, expander, mayConnect);
            input = given is { } change && redirection.Descriptor is null or "0" ? (walk.Unlisted > unlisted ? change with { Laden = true } : change) : input;
        }

        return input;
    }

    private static ShellInput? Redirect(WalkState walk, Redirection redirection, WordExpander expander, bool mayConnect)
    {
        switch (redirection.Kind)
        {
            case RedirectionKind.HereDocument:
                WordWalker.Walk(walk, redirection.Document!.Body);
                return new ShellInput(true, expander.Single(redirection.Document.Body).Literal);
            case RedirectionKind.HereString:
                return new ShellInput(true, expander.Single(redirection.Target).Literal is { } text ? text + "\n" : null);
            case RedirectionKind.Read:
                return ReadFrom(walk, expander.Target(redirection.Target));
            case RedirectionKind.DuplicateInput:
                return redirection.Target.Literal is "0" or "-" ? null : ShellInput.Something;
            case RedirectionKind.DuplicateOutput when IsDescriptor(redirection.Target.Literal):
                CheckSent(walk, redirection.Target.Literal!);
                return null;
            default:
                WriteTo(walk, expander.Target(redirection.Target), mayConnect);
                return redirection.Kind == RedirectionKind.ReadWrite ? ShellInput.Something : null;
        }
    }

    // Behind a descriptor that is not one of the first three may be a connection that the line has opened.
    private static void CheckSent(WalkState walk, string descriptor)
    {
        if (walk.Connected && descriptor is not ("-" or "0" or "1" or "2"))
        {
            walk.AddUnsafe("send", "&" + descriptor, "data is sent over the network");
        }
    }

    /// <summary>Tells of a path that may be a connection which the line has opened.</summary>
    public static void CheckDescriptor(WalkState walk, ShellWord path)
    {
        if (walk.Connected && path.ToString().Contains("/fd/", StringComparison.Ordinal))
        {
            walk.AddUnsafe("send", path.ToString(), "data may be sent over the network");
        }
    }

    private static bool IsDescriptor(string? text) => text is "-" || (text is { Length: > 0 } && text.TrimEnd('-').All(char.IsAsciiDigit));

    private static ShellInput ReadFrom(WalkState walk, ShellWord path)
    {
        if (IsConnection(path))
        {
            walk.Connected = true;
            walk.Findings.Add(ShellActions.Of(walk.Scope(), "connect", path.ToString(), RiskTier.Read));
        }
        else
        {
            foreach (var directory in walk.Shell.Directories)
            {
                var read = FileRules.Read(walk.Scope(directory, default), path);
                walk.Findings.Add(read);
                foreach (var action in read)
                {
                    SentContents.Note(walk, action);
                }
            }
        }

        return path.Literal == "/dev/null" ? default : ShellInput.Something;
    }

    private static void WriteTo(WalkState walk, ShellWord path, bool mayConnect)
    {
        if (!IsConnection(path))
        {
            Write(walk, path);
        }
        else if (mayConnect && path.Literal is not null)
        {
            walk.Connected = true;
            walk.Findings.Add(ShellActions.Of(walk.Scope(), "connect", path.ToString(), RiskTier.Read));
        }
        else
        {
            walk.AddUnsafe("send", path.ToString(), "data is sent over the network");
        }
    }

    /// <summary>Judges what is written to a path, in any directory that the line may be in.</summary>
    public static void Write(WalkState walk, ShellWord path)
    {
        CheckDescriptor(walk, path);
        foreach (var directory in walk.Shell.Directories)
        {
            walk.Findings.Add(FileRules.Write(walk.Scope(directory, default), path));
        }
    }

    private static bool IsConnection(ShellWord path) =>
        path.Prefix.StartsWith("/dev/tcp/", StringComparison.Ordinal) || path.Prefix.StartsWith("/dev/udp/", StringComparison.Ordinal);
}
