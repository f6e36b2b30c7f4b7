using Legator.Backends.Tests;
using Legator.Backends.Tests.Journals;
using Xunit.MicrosoftTestingPlatform;

if (JournalWriterProcess.FileToWrite is { } file)
{
    await JournalWriterProcess.WriteAsync(file);
    return 0;
}

return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
