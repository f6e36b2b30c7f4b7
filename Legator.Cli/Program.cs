using Legator.Cli;

return await LegatorCommand.RunAsync(args, CliEnvironment.OfProcess(), CancellationToken.None);
