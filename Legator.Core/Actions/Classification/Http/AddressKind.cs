namespace Legator.Core.Actions.Classification.Http;

/// <summary>What part of the network an address belongs to.</summary>
public enum AddressKind
{
    /// <summary>Nobody may say that it is harmless: reserved, multicast, unspecified.</summary>
    Reserved,

    /// <summary>The internet.</summary>
    Public,

    /// <summary>This machine.</summary>
    Loopback,

    /// <summary>This link only.</summary>
    LinkLocal,

    /// <summary>The metadata service of a cloud, which hands out credentials.</summary>
    CloudMetadata,

    /// <summary>A private network.</summary>
    Private,
}
