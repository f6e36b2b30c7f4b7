namespace Legator.Core.Resources.Schema;

/// <summary>Marks an object of free form: the API server neither prunes nor validates what is inside.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PreserveUnknownFieldsAttribute : Attribute;
