namespace Legator.Tests.ModelStandIn;

/// <summary>Why a reply ends.</summary>
internal enum StandInEnd
{
    /// <summary>The model has said what it wants: text, or calls.</summary>
    Done,

    /// <summary>The reply ran into its token limit.</summary>
    CutOff,

    /// <summary>The model will not do it.</summary>
    Refused,
}
