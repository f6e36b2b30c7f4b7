using System.Net;
using Microsoft.Extensions.Options;

namespace Legator.ServiceDefaults.Connectivity;

internal sealed class ConnectivityOptionsValidator : IValidateOptions<ConnectivityOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectivityOptions options)
    {
        var problems = new List<string>();
        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromSeconds(10))
        {
            problems.Add("Connectivity:Timeout must lie between 00:00:00.1 and 00:00:10.");
        }

        if (!IPEndPoint.TryParse(options.MeshAddress, out var address) || !IPAddress.IsLoopback(address.Address) || address.Port == 0)
        {
            problems.Add("Connectivity:MeshAddress must be a loopback address with a port, such as 127.0.0.1:41112.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
