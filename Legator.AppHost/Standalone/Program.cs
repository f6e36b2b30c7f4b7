using Legator.AppHost.Standalone;

return await StandaloneCommand.RunAsync(args);
