using System.Text;
using Legator.Core.Actions.Classification.Shell.Commands.Options;
using Legator.Core.Actions.Classification.Shell.Words;

namespace Legator.Core.Actions.Classification.Shell.Files;

/// <summary>Turns a word into the path that it names.</summary>
internal static class PathReader
{
    private const int Longest = 8192;

    /// <summary>Reads a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="directory">Where relative paths start; null when nobody knows.</param>
    public static ShellPath Read(ShellWord word, string? directory)
    {
        var text = word.Literal ?? Pattern(word);
        var path = new PathBuilder();
        if (text.Length > Longest)
        {
            path.Forget();
            return path.Build("a path that is too long");
        }

        if (text.Length == 0 || text[0] is not ('/' or '~' or PathSigns.Any))
        {
            Base(path, directory);
        }

        path.Append(text);
        return path.Build(word.ToString());
    }

    private static void Base(PathBuilder path, string? directory)
    {
        if (directory is null)
        {
            path.Forget();
        }
        else
        {
            path.Append(directory);
        }
    }

    private static string Pattern(ShellWord word)
    {
        var text = new StringBuilder();
        foreach (var part in word.Parts)
        {
            switch (part.Kind)
            {
                case WordPartKind.Literal:
                    text.Append(part.Text);
                    break;
                case WordPartKind.Glob:
                    AppendGlob(text, part.Text);
                    break;
                default:
                    text.Append(WordSlice.OnlyNumbers(part) ? PathSigns.Star : PathSigns.Any);
                    break;
            }
        }

        return text.ToString();
    }

    private static void AppendGlob(StringBuilder text, string glob)
    {
        for (var i = 0; i < glob.Length; i++)
        {
            if (glob[i] == '[' && glob.IndexOf(']', Math.Min(i + 2, glob.Length - 1)) is var end && end > i)
            {
                text.Append(PathSigns.One);
                i = end;
            }
            else if (glob[i] is '(' or '@' or '+' or '!' or '|')
            {
                text.Append(PathSigns.Star);
                return;
            }
            else if (glob.AsSpan(i).StartsWith("**"))
            {
                text.Append(PathSigns.Deep);
                i++;
            }
            else
            {
                text.Append(glob[i] switch { '*' => PathSigns.Star, '?' => PathSigns.One, var other => other });
            }
        }
    }
}
