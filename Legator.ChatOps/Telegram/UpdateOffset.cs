using System.Globalization;
using Microsoft.Extensions.Options;

namespace Legator.ChatOps.Telegram;

/// <summary>Remembers which update comes next. It is stored before a message is answered: a crash may leave one unanswered, never one answered twice.</summary>
internal sealed partial class UpdateOffset(IOptions<TelegramOptions> options, ILogger<UpdateOffset> logger)
{
    private readonly string? path = options.Value.StateFile;
    private int? next;

    /// <summary>The next update; null when none was ever read.</summary>
    public int? Next => next ??= Read();

    public void Advance(int updateId)
    {
        next = updateId + 1;
        if (string.IsNullOrWhiteSpace(path))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var draft = path + ".new";
            File.WriteAllText(draft, next.Value.ToString(CultureInfo.InvariantCulture));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotSaved(logger, path, e.Message);
        }
    }

    private int? Read()
    {
        if (string.IsNullOrWhiteSpace(path) || !File.Exists(path))
        {
            return null;
        }

        try
        {
            var text = File.ReadAllText(path).Trim();
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Log.NotRead(logger, path, "it holds no number");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotRead(logger, path, e.Message);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(8001, LogLevel.Warning, "ChatOps:Telegram:StateFile {Path} cannot be written ({Problem}): after a restart a message may be answered again")]
        public static partial void NotSaved(ILogger logger, string path, string problem);

        [LoggerMessage(8002, LogLevel.Warning, "ChatOps:Telegram:StateFile {Path} cannot be read ({Problem}): waiting messages are answered from the first")]
        public static partial void NotRead(ILogger logger, string path, string problem);
    }
}
