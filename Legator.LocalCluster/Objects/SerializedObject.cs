namespace Legator.LocalCluster.Objects;

/// <summary>An object's bytes without its resource version, and where its digits belong.</summary>
internal readonly record struct SerializedObject(byte[] Bytes, int StampOffset);
