namespace Legator.Runner.Tools.Aws;

/// <summary>The one short form that people use to look: <c>s3 ls [s3://bucket/prefix]</c>, as the operation behind it.</summary>
internal static class AwsS3Line
{
    private const string Scheme = "s3://";

    // They take no value, so a word after them is the place.
    private static readonly string[] Flags = ["recursive", "human-readable", "summarize"];

    /// <summary>The line without short forms.</summary>
    /// <exception cref="ToolInputException">It names something else than a place in S3.</exception>
    public static AwsLine Plain(AwsLine line)
    {
        if (line is not { Service: "s3", Operation: "ls" })
        {
            return line;
        }

        var options = line.Options.ToDictionary();
        var recursive = options.ContainsKey("recursive");
        var operands = line.Operands.Concat(Flags.SelectMany(f => options.Remove(f, out var values) ? values : [])).ToList();
        if (operands.Count == 0)
        {
            return new AwsLine("s3api", "list-buckets", [], options);
        }

        var place = operands[0].StartsWith(Scheme, StringComparison.Ordinal) ? operands[0][Scheme.Length..] : operands[0];
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        options["bucket"] = [slash < 0 ? place : place[..slash]];
        options["prefix"] = [slash < 0 ? "" : place[(slash + 1)..]];
        if (!recursive)
        {
            options["delimiter"] = ["/"];
        }

        return new AwsLine("s3api", "list-objects-v2", [.. operands.Skip(1)], options);
    }
}
