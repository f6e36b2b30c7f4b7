namespace Legator.LocalCluster.Schemas;

/// <summary>Refuses a schema whose own defaults it would refuse or prune.</summary>
internal static class DefaultsCheck
{
    public static IReadOnlyList<FieldError> Run(StructuralSchema schema, string path)
    {
        var errors = new List<FieldError>();
        Visit(schema, path, errors);
        return errors;
    }

    private static void Visit(StructuralSchema schema, string path, List<FieldError> errors)
    {
        if (schema.HasDefault)
        {
            Check(schema, path, errors);
        }
        foreach (var (name, property) in schema.Defaulted)
        {
            Visit(property, $"{path}.properties[{name}]", errors);
        }
        if (schema.AdditionalProperties is { HoldsDefaults: true } additional)
        {
            Visit(additional, $"{path}.additionalProperties", errors);
        }
        if (schema.Items is { } items)
        {
            Visit(items, $"{path}.items", errors);
        }
    }

    private static void Check(StructuralSchema schema, string path, List<FieldError> errors)
    {
        var value = schema.Default?.DeepClone();
        if (value is null && !schema.Nullable)
        {
            return;
        }
        SchemaDefaulter.Apply(value, schema);
        foreach (var problem in SchemaValidator.ValidateDefault(value, schema))
        {
            var field = $"{path}.default" + (string.IsNullOrEmpty(problem.Field) ? "" : $".{problem.Field}");
            errors.Add(problem with { Field = field });
        }
    }
}
