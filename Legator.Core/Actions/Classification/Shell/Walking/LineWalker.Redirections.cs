using Legator.Core.Actions.Classification.Shell.Commands;
using Legator.Core.Actions.Classification.Shell.Expansion;
using Legator.Core.Actions.Classification.Shell.Files;
using Legator.Core.Actions.Classification.Shell.Parsing.Syntax;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Walking;

internal sealed partial class LineWalker
{
    /// <summary>Judges where input and output go, and says what is on standard input afterwards.</summary>
    /// <param name="redirections">They, in order.</param>
    /// <param name="input">What is there before.</param>
    /// <param name="mayConnect">True when the command sends nothing of its own, so that opening a connection is all that happens.</param>
    private ShellInput Redirect(IReadOnlyList<Redirection> redirections, ShellInput input, bool mayConnect)
    {
        var expander = new WordExpander(_state);
        foreach (var redirection in redirections)
        {
            if (redirection.Kind != RedirectionKind.HereDocument)
            {
                WalkInside(redirection.Target);
            }

            if (redirection.Descriptor is ['{', .. var name, '}'])
            {
                JudgeEnvironment(name, Anything, exported: false);
                _state.Forget(name);
            }

            var given = Redirect(redirection, expander, mayConnect);
            input = given is { } change && redirection.Descriptor is null or "0" ? change : input;
        }

        return input;
    }

    private ShellInput? Redirect(Redirection redirection, WordExpander expander, bool mayConnect)
    {
        switch (redirection.Kind)
        {
            case RedirectionKind.HereDocument:
                WalkInside(redirection.Document!.Body);
                return new ShellInput(true, expander.Single(redirection.Document.Body).Literal);
            case RedirectionKind.HereString:
                return new ShellInput(true, expander.Single(redirection.Target).Literal is { } text ? text + "\n" : null);
            case RedirectionKind.Read:
                return ReadFrom(expander.Target(redirection.Target));
            case RedirectionKind.DuplicateInput:
                return redirection.Target.Literal is "0" or "-" ? null : ShellInput.Something;
            case RedirectionKind.DuplicateOutput when IsDescriptor(redirection.Target.Literal):
                CheckSent(redirection.Target.Literal!);
                return null;
            default:
                WriteTo(expander.Target(redirection.Target), mayConnect);
                return redirection.Kind == RedirectionKind.ReadWrite ? ShellInput.Something : null;
        }
    }

    // Behind a descriptor that is not one of the first three may be a connection that the line has opened.
    private void CheckSent(string descriptor)
    {
        if (_connected && descriptor is not ("-" or "0" or "1" or "2"))
        {
            AddUnsafe("send", "&" + descriptor, "data is sent over the network");
        }
    }

    private void CheckDescriptor(ShellWord path)
    {
        if (_connected && path.ToString().Contains("/fd/", StringComparison.Ordinal))
        {
            AddUnsafe("send", path.ToString(), "data may be sent over the network");
        }
    }

    private static bool IsDescriptor(string? text) => text is "-" || (text is { Length: > 0 } && text.TrimEnd('-').All(char.IsAsciiDigit));

    private ShellInput ReadFrom(ShellWord path)
    {
        if (IsConnection(path))
        {
            _connected = true;
            Add(ShellActions.Of(Scope(_state.Directories[0], default), "connect", path.ToString(), RiskTier.Read));
        }
        else
        {
            foreach (var directory in _state.Directories)
            {
                Add(FileRules.Read(Scope(directory, default), path));
            }
        }

        return path.Literal == "/dev/null" ? default : ShellInput.Something;
    }

    private void WriteTo(ShellWord path, bool mayConnect)
    {
        if (!IsConnection(path))
        {
            Write(path);
        }
        else if (mayConnect && path.Literal is not null)
        {
            _connected = true;
            Add(ShellActions.Of(Scope(_state.Directories[0], default), "connect", path.ToString(), RiskTier.Read));
        }
        else
        {
            AddUnsafe("send", path.ToString(), "data is sent over the network");
        }
    }

    private void Write(ShellWord path)
    {
        CheckDescriptor(path);
        foreach (var directory in _state.Directories)
        {
            Add(FileRules.Write(Scope(directory, default), path));
        }
    }

    private static bool IsConnection(ShellWord path) =>
        path.Prefix.StartsWith("/dev/tcp/", StringComparison.Ordinal) || path.Prefix.StartsWith("/dev/udp/", StringComparison.Ordinal);
}
