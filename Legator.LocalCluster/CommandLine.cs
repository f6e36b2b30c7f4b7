using System.Globalization;
using Legator.LocalCluster.Hosting;

namespace Legator.LocalCluster;

/// <summary>Reads the options of the program that runs a cluster alone.</summary>
internal static class CommandLine
{
    public const string Usage = """
        Legator.LocalCluster: a Kubernetes API in one process.

          --data-dir DIR   where its data is kept (default ./.legator/cluster)
          --port PORT      port to listen on; 0 takes the last one when free, else any (default 0)
          --host ADDRESS   address to listen on (default 127.0.0.1)
        """;

    public static LocalClusterOptions Read(string[] arguments)
    {
        LocalClusterOptions options = new() { DataDirectory = Path.Combine(".legator", "cluster") };
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            int equals = name.IndexOf('=', StringComparison.Ordinal);
            string? value = equals > 0 ? name[(equals + 1)..] : i + 1 < arguments.Length ? arguments[++i] : null;
            options = Set(options, equals > 0 ? name[..equals] : name, value);
        }

        return options;
    }

    private static LocalClusterOptions Set(LocalClusterOptions options, string name, string? value)
    {
        if (name is not ("--data-dir" or "--port" or "--host"))
        {
            throw new LocalClusterStartException($"{name}: unknown option{Environment.NewLine}{Usage}");
        }

        if (value is null)
        {
            throw new LocalClusterStartException($"{name}: a value is needed{Environment.NewLine}{Usage}");
        }

        return name switch
        {
            "--data-dir" => options with { DataDirectory = value },
            "--host" => options with { Host = value },
            _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port)
                ? options with { Port = port }
                : throw new LocalClusterStartException($"--port {value}: must be a number between 0 and 65535"),
        };
    }
}
