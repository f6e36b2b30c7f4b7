using System.Diagnostics;
using System.Globalization;

namespace Legator.Tests.VaultStandIn;

/// <summary>The SSH engine: a certificate authority whose certificates OpenSSH itself signs and accepts.</summary>
internal sealed class StandInSshAuthority : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legator-vault-ca-");
    private readonly Dictionary<string, string[]> _roles = [];
    private int _serial;

    /// <summary>Line for the server's TrustedUserCAKeys.</summary>
    public string PublicKey => File.ReadAllText(At("ca.pub"));

    public int Signed => _serial;

    public async Task StartAsync() => await RunAsync("-q", "-t", "ed25519", "-N", "", "-f", At("ca"));

    /// <summary>Sets a role up.</summary>
    public void Add(string name, params string[] users) => _roles[name] = users;

    public async Task<StandInAnswer> SignAsync(string name, StandInRequest request)
    {
        var user = request.Text("valid_principals");
        if (!_roles.TryGetValue(name, out var users))
        {
            return StandInAnswer.Error(400, $"unknown role: {name}");
        }

        if (!users.Contains(user))
        {
            return StandInAnswer.Error(400, $"{user} is not a valid value for valid_principals");
        }

        var serial = Interlocked.Increment(ref _serial).ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(At(serial + ".pub"), request.Text("public_key") + "\n");
        await RunAsync("-q", "-s", At("ca"), "-I", $"vault-{serial}", "-z", serial, "-n", user, "-V", $"-30s:+{(request.Time("ttl") ?? TimeSpan.FromMinutes(5)).TotalSeconds}s", At(serial + ".pub"));
        return StandInAnswer.Data(new() { ["serial_number"] = serial, ["signed_key"] = await File.ReadAllTextAsync(At(serial + "-cert.pub")) });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/ssh-keygen", arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
