using System.Runtime.InteropServices;
using Legator.LocalCluster;
using Legator.LocalCluster.Hosting;

if (args.Contains("--help"))
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

try
{
    using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
    await using LocalClusterHost host = await LocalClusterHost.StartAsync(CommandLine.Read(args), CancellationToken.None, loggers);
    Console.WriteLine($"listening on {host.BaseAddress}");
    Console.WriteLine($"kubeconfig   {host.KubeconfigPath}");
    TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stop.Task;
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
}
catch (LocalClusterStartException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
