using Legator.Backends.Revisions;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Selectors;

/// <summary>The label and field selectors of one request.</summary>
internal sealed class ObjectSelector
{
    private readonly LabelRequirement[] _labels;
    private readonly FieldRequirement[] _fields;
    private readonly ResourceKind _kind;

    private ObjectSelector(ResourceKind kind, LabelRequirement[] labels, FieldRequirement[] fields)
    {
        _kind = kind;
        _labels = labels;
        _fields = fields;
    }

    public bool SelectsAll => _labels.Length == 0 && _fields.Length == 0;

    /// <summary>The one name that can match, when the fields say so; lists and watches of one object are common.</summary>
    public string? ExactName => _fields.FirstOrDefault(f => f.Field == "metadata.name" && !f.Negated)?.Value;

    public static ObjectSelector Parse(ResourceKind kind, string labelSelector, string fieldSelector) => new(
        kind,
        labelSelector.Length == 0 ? [] : LabelSelectorParser.Parse(labelSelector),
        fieldSelector.Length == 0 ? [] : FieldSelectorParser.Parse(fieldSelector, kind));

    public bool Matches(StoredRecord record)
    {
        foreach (FieldRequirement field in _fields)
        {
            if ((FieldValue(record, field) == field.Value) == field.Negated)
            {
                return false;
            }
        }

        if (_labels.Length == 0)
        {
            return true;
        }

        ObjectFacts facts = ObjectFacts.Of(record);
        foreach (LabelRequirement label in _labels)
        {
            if (!label.Matches(facts.Label(label.Key)))
            {
                return false;
            }
        }

        return true;
    }

    private string FieldValue(StoredRecord record, FieldRequirement field) => field.Field switch
    {
        "metadata.name" => ObjectStore.NameOf(_kind, record),
        "metadata.namespace" => ObjectStore.NamespaceOf(_kind, record),
        _ => StoredField(record, field),
    };

    private string StoredField(StoredRecord record, FieldRequirement field)
    {
        string[] path = field.Path;
        if (_kind.Collection == "events")
        {
            path = EventView.StoredPath(path);
        }

        return FieldLookup.Text(record.Value, path);
    }
}
