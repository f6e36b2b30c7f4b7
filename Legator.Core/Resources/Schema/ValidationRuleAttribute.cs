namespace Legator.Core.Resources.Schema;

/// <summary>A CEL rule on an object, enforced by API servers that know <c>x-kubernetes-validations</c> (1.25 and later); the product never relies on it alone.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ValidationRuleAttribute(string rule, string message) : Attribute
{
    /// <summary>CEL over <c>self</c> (and <c>oldSelf</c> on update); true means valid.</summary>
    public string Rule { get; } = rule;

    /// <summary>What people read when it is false: what is wrong and what to change.</summary>
    public string Message { get; } = message;
}
