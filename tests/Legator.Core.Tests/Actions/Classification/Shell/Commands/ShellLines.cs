using System.Text.Json;
using Legator.Core.Actions.Classification;
using Legator.Core.Actions.Classification.Shell;

namespace Legator.Core.Tests.Actions.Classification.Shell.Commands;

/// <summary>Judges lines as the gate does.</summary>
internal static class ShellLines
{
    public static CallClassification Judge(string line, bool sudo = false) =>
        StandardClassifiers.Classify("ssh.exec", JsonSerializer.SerializeToElement(new { host = "web-1", command = line }),
            ClassificationContext.Empty with { Hosts = new Dictionary<string, HostRules> { ["web-1"] = new(AllowSudo: sudo) } });
}
