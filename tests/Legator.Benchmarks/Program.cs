using Legator.Benchmarks.LocalClusters;

return args is ["localcluster", ..] ? await LocalClusterBenchmark.RunAsync(args[1..]) : Usage();

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Legator.Benchmarks -- localcluster [--kubeconfig FILE] [--agents N] [--operations N] [--rounds N]");
    return 2;
}
