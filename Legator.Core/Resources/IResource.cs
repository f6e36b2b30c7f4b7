namespace Legator.Core.Resources;

/// <summary>Any Kubernetes object that Legator handles as a typed value.</summary>
public interface IResource
{
    /// <summary>Group and version, e.g. <c>legator.io/v1alpha1</c>.</summary>
    string ApiVersion { get; }

    /// <summary>Kind, e.g. <c>LegatorAgent</c>.</summary>
    string Kind { get; }

    /// <summary>Name, namespace, labels and versions.</summary>
    ObjectMeta Metadata { get; }
}
