using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>Runs the rules of an object that already fits its schema.</summary>
internal sealed class CelValidation
{
    private readonly FieldPath path = new();
    private readonly List<FieldError> errors = [];

    public static IReadOnlyList<FieldError> Run(JsonNode resource, JsonNode? old, StructuralSchema schema)
    {
        var validation = new CelValidation();
        validation.Visit(resource, old, schema);
        return validation.errors;
    }

    private void Visit(JsonNode? value, JsonNode? old, StructuralSchema schema)
    {
        if (value is null)
        {
            return;
        }
        // An unchanged value is not judged anew: a rule that came later must not block unrelated updates.
        if (schema.Rules.Length > 0 && (old is null || !JsonNode.DeepEquals(value, old)))
        {
            Apply(value, old, schema.Rules);
        }
        switch (value)
        {
            case JsonObject map:
                VisitObject(map, old as JsonObject, schema);
                break;
            case JsonArray list when schema.Items is { HoldsRules: true } items:
                VisitList(list, old as JsonArray, schema, items);
                break;
        }
    }

    private void Apply(JsonNode value, JsonNode? old, CelRule[] rules)
    {
        var scope = new CelScope(null, "self", CelValues.FromJson(value));
        foreach (var rule in rules)
        {
            if (rule.IsTransition && old is null)
            {
                continue;
            }
            var bound = rule.IsTransition ? scope.With("oldSelf", CelValues.FromJson(old)) : scope;
            try
            {
                if (!CelOperators.Bool(rule.Test(bound)))
                {
                    errors.Add(rule.Failure(path.ToString(), value, bound));
                }
            }
            catch (CelException problem)
            {
                errors.Add(new FieldError(FieldErrorReason.Invalid, path.ToString(), $"Invalid value: \"{JsonTypes.NameOf(JsonTypes.Of(value, value.GetValueKind()))}\": {problem.Message} evaluating rule: {(rule.Message.Length > 0 ? rule.Message : rule.Source)}"));
            }
        }
    }

    private void VisitObject(JsonObject map, JsonObject? old, StructuralSchema schema)
    {
        foreach (var (name, child) in map)
        {
            if ((schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties) is { HoldsRules: true } property)
            {
                path.Push(name);
                Visit(child, old?[name], property);
                path.Pop();
            }
        }
    }

    private void VisitList(JsonArray list, JsonArray? old, StructuralSchema schema, StructuralSchema items)
    {
        var matches = old is not null && schema.ListKind == ListKind.Map ? new ListMatch(old, schema.ListMapKeys) : null;
        for (var i = 0; i < list.Count; i++)
        {
            path.Push(i);
            Visit(list[i], matches?.Find(list[i]), items);
            path.Pop();
        }
    }
}
