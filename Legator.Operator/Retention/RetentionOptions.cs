namespace Legator.Operator.Retention;

/// <summary>How long finished runs are kept; configuration section <c>Operator:Retention</c>.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Operator:Retention";

    /// <summary>How long a run is kept after its end, from 1 h. Default 0: for ever.</summary>
    public TimeSpan After { get; set; }

    /// <summary>Folder that runs are exported to before they are removed. Needed where <see cref="After"/> is set.</summary>
    public string Directory { get; set; } = "";

    /// <summary>How many of an agent's newest finished runs stay whatever their age, 0 to 10000. Default 5.</summary>
    public int KeepPerAgent { get; set; } = 5;

    /// <summary>Time between two looks, 1 s to 1 day. Default 1 h.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);
}
