using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Schemas;

/// <summary>The compiled schema of one served version of a kind. Made once, used by every request; safe to share between threads.</summary>
/// <param name="root">The schema of the whole object.</param>
internal sealed class ResourceSchema(StructuralSchema root)
{
    /// <summary>The schema of a version that declares none: everything is kept, nothing is checked.</summary>
    public static readonly ResourceSchema Anything = new(StructuralSchema.Anything);

    public StructuralSchema Root => root;

    /// <summary>Compiles <c>spec.versions[i].schema.openAPIV3Schema</c>. Problems are named by their path under <paramref name="path"/>; the schema is null when there are any.</summary>
    public static (ResourceSchema? Schema, IReadOnlyList<FieldError> Errors) Compile(JsonObject openApiV3Schema, string path)
    {
        var compiler = new SchemaCompiler();
        var compiled = compiler.CompileRoot(openApiV3Schema, path);
        var errors = compiler.Errors.Count > 0 ? compiler.Errors : DefaultsCheck.Run(compiled, path);
        return errors.Count > 0 ? (null, errors) : (new ResourceSchema(compiled), []);
    }

    /// <summary>Removes unknown fields in place and returns their paths, for warnings or strict errors.</summary>
    public IReadOnlyList<string> Prune(JsonObject resource) => SchemaPruner.Prune(resource, root);

    /// <summary>Drops nulls where they mean nothing and fills in defaults, in place.</summary>
    public void Default(JsonObject resource)
    {
        SchemaDefaulter.DropNulls(resource, root);
        if (root.HoldsDefaults)
        {
            SchemaDefaulter.Apply(resource, root);
        }
    }

    /// <summary>Checks an object. On update, <paramref name="old"/> is the stored one: what was already wrong and did not change is let through, and transition rules apply.</summary>
    public IReadOnlyList<FieldError> Validate(JsonObject resource, JsonObject? old = null) => SchemaValidator.Validate(resource, old, root);

    /// <summary>Checks the status alone, as a write to the status subresource does. Texts name fields from the status on, paths from the root.</summary>
    public IReadOnlyList<FieldError> ValidateStatus(JsonObject resource, JsonObject? old = null)
    {
        if (!root.Properties.TryGetValue("status", out var schema) || !resource.TryGetPropertyValue("status", out var status))
        {
            return [];
        }
        var errors = SchemaValidator.Validate(status, old?["status"], schema, root.HoldsRules);
        return errors.Count == 0 ? errors : [.. errors.Select(e => string.IsNullOrEmpty(e.Field) ? e with { Field = e.Field is null ? null : "status" } : e with { Field = $"status.{e.Field}" })];
    }
}
