using System.Globalization;
using System.Security.Cryptography;

namespace Legator.LocalCluster.Hosting;

/// <summary>The directory that holds everything of one local cluster, for one process at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    public string Database => In("cluster.db");

    public string Kubeconfig => In("kubeconfig");

    /// <summary>Opens the directory, made if need be; fails with a plain message when that cannot be or another process has it.</summary>
    public static DataDirectory Open(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(full);
            }
            else
            {
                Directory.CreateDirectory(full, OwnerOnly | UnixFileMode.UserExecute);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LocalClusterStartException($"--data-dir {path}: the directory cannot be made: {error.Message}");
        }

        try
        {
            FileStream held = new(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            DataDirectory data = new(full, held);
            KeepPrivate(data.Database);
            return data;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new LocalClusterStartException($"--data-dir {path}: {error.Message}");
        }
        catch (IOException)
        {
            throw new LocalClusterStartException($"--data-dir {path}: another process already runs a cluster on this directory; stop it or choose another one");
        }
    }

    public string In(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The admin token; made at the first start.</summary>
    public string Token()
    {
        string file = In("token");
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: >= 16 } known)
        {
            return known;
        }

        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        WriteSecret(file, token + "\n");
        return token;
    }

    /// <summary>The key that signs service account tokens; made at the first start.</summary>
    public ECDsa SigningKey()
    {
        string file = In("service-account.key");
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file))
        {
            key.ImportFromPem(File.ReadAllText(file));
        }
        else
        {
            WriteSecret(file, key.ExportECPrivateKeyPem());
        }

        return key;
    }

    /// <summary>The port of the last start; 0 when there was none.</summary>
    public int LastPort() => File.Exists(In("port")) && int.TryParse(File.ReadAllText(In("port")), CultureInfo.InvariantCulture, out int port) ? port : 0;

    public void RememberPort(int port) => File.WriteAllText(In("port"), port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a file that only its owner may read, in one step.</summary>
    public static void WriteSecret(string file, string content)
    {
        string part = file + ".part";
        File.Delete(part);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (StreamWriter writer = new(part, options))
        {
            writer.Write(content);
        }

        File.Move(part, file, overwrite: true);
    }

    public void Dispose() => _lock.Dispose();

    // The store holds Secrets. SQLite gives its companion files the rights of the database file.
    private static void KeepPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            using FileStream made = new(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = OwnerOnly });
            File.SetUnixFileMode(file, OwnerOnly);
        }
    }
}
