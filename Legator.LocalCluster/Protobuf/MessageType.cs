
namespace Legator.LocalCluster.Protobuf;

/// <summary>One built-in type with its fields.</summary>
internal sealed class MessageType(string name, IReadOnlyList<MessageField> fields)
{
    public string Name => name;

    public IReadOnlyList<MessageField> Fields => fields;

    public MessageField? ByNumber(int number)
    {
        foreach (MessageField field in fields)
        {
            if (field.Number == number)
            {
                return field;
            }
        }

        return null;
    }
}
