using System.Net.Sockets;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Notifications;
using Legator.Core.Redaction;
using Legator.Core.Resources.Environments;
using Legator.Operator.Notifications.Channels;

namespace Legator.Operator.Notifications;

/// <summary>Makes one attempt: the channel as its environment describes it now, with the Secret as it is now.</summary>
internal sealed class Deliveries(Informer<LegatorEnvironment> environments, ResourceClient<Secret> secrets, IEnumerable<IChannel> channels)
{
    private const int LongestProblem = 300;
    private static readonly ChannelSpec ToParent = new() { Type = ChannelType.Agent, Target = "" };

    /// <summary>Tries to deliver a message; what goes wrong is an answer.</summary>
    public async Task<Delivery> TryAsync(Notification message, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        var redactor = Redactor.Default;
        try
        {
            if (SpecOf(message) is not { } spec)
            {
                return new Delivery($"LegatorEnvironment '{message.Environment}' has no channel '{message.Channel}' any more: add it again, or let the message go");
            }

            var target = ChannelTarget.Of(spec, await SecretAsync(message.Namespace, spec, either.Token));
            redactor = redactor.With(target.Fields.Values);
            var delivery = await channels.First(channel => channel.Type == spec.Type).DeliverAsync(message, target, either.Token);
            return delivery.Problem is { } problem ? delivery with { Problem = Bounded(redactor.Redact(problem)) } : delivery;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery($"no answer within {patience.TotalSeconds:0} s");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Delivery(Bounded(redactor.Redact(Describe(exception))));
        }
    }

    private ChannelSpec? SpecOf(Notification message) => message.Channel == Notification.ParentChannel
        ? ToParent with { Target = message.Parent ?? "" }
        : environments.TryGet(message.Namespace, message.Environment)?.Spec.Channels.GetValueOrDefault(message.Channel);

    private async Task<IReadOnlyDictionary<string, byte[]>?> SecretAsync(string inNamespace, ChannelSpec spec, CancellationToken cancellationToken)
    {
        if (spec.SecretRef is not { Length: > 0 } name)
        {
            return null;
        }

        return await secrets.GetAsync(inNamespace, name, cancellationToken) is { } secret
            ? secret.Data
            : throw new ChannelRefusedException($"there is no Secret '{name}' in namespace '{inNamespace}': create it, or name one that exists");
    }

    private static string Describe(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is ChannelRefusedException)
            {
                return inner.Message;
            }
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "the receiver's certificate is not trusted, or it does not speak TLS there: a ca.crt in the Secret names whom to trust",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or SocketException { SocketErrorCode: SocketError.HostNotFound } => "its host has no address",
            HttpRequestException or SocketException or IOException => $"the receiver cannot be reached ({(exception.InnerException as SocketException ?? exception as SocketException)?.SocketErrorCode.ToString() ?? exception.GetType().Name})",
            ClusterException => $"its Secret cannot be read: {exception.Message}",
            _ => $"the attempt broke down ({exception.GetType().Name})",
        };
    }

    private static string Bounded(string text) => Rules.PlainText.Cut(text, LongestProblem);
}
