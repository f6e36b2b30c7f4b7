namespace Legator.Core.Resources.Schema;

/// <summary>Marks a list whose items are told apart by one field, so that two appliers can own different items.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListMapKeyAttribute(string key) : Attribute
{
    /// <summary>JSON name of the key field, e.g. <c>type</c>.</summary>
    public string Key { get; } = key;
}
