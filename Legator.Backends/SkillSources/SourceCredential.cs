namespace Legator.Backends.SkillSources;

/// <summary>What a git server or registry asks for. Its text form names no value.</summary>
/// <param name="Username">Who asks; null to name nobody.</param>
/// <param name="Password">The password or token.</param>
/// <param name="CaBundle">PEM certificates that the server's must come from; null for those that the machine trusts.</param>
public sealed record SourceCredential(string? Username, string? Password, string? CaBundle = null)
{
    /// <summary>True when somebody is named.</summary>
    public bool NamesSomebody => Password is not null;

    /// <summary>Value of the Authorization header.</summary>
    internal string Basic => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Username}:{Password}"));

    /// <summary>The header by which a server learns who asks.</summary>
    public System.Net.Http.Headers.AuthenticationHeaderValue Header => new("Basic", Basic);

    public override string ToString() => NamesSomebody ? "a credential" : "no credential";
}
