namespace Legator.Core.Api;

/// <summary>What a model's name says about who did the thinking.</summary>
public static class ModelLabel
{
    private const string ScriptedPrefix = "scripted/";

    /// <summary>True when a rehearsal script was played and no model was asked.</summary>
    public static bool IsScripted(string? model) => model?.StartsWith(ScriptedPrefix, StringComparison.Ordinal) == true;

    /// <summary>The name for people; a scripted run says that no model was asked.</summary>
    public static string Of(string? model) => model switch
    {
        null or "" => "not known yet",
        "scripted/undo" => $"{model} (an undo; no model was asked)",
        _ when IsScripted(model) => $"{model} (scripted rehearsal; no model was asked)",
        _ => model,
    };
}
