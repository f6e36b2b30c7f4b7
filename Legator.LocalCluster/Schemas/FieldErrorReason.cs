namespace Legator.LocalCluster.Schemas;

/// <summary>Why a field was refused; the name with the prefix <c>FieldValue</c> is the reason that clients see.</summary>
internal enum FieldErrorReason
{
    Required,
    Duplicate,
    Invalid,
    NotSupported,
    Forbidden,
    TooLong,
    TooMany,
    TypeInvalid,
    NotFound,
    Internal,
}
