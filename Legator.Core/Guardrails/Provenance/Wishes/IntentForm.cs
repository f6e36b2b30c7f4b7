namespace Legator.Core.Guardrails.Provenance.Wishes;

/// <summary>The form in which a word asks for something.</summary>
internal enum IntentForm
{
    /// <summary><c>restart</c>, <c>kubectl.scale</c>.</summary>
    Plain,

    /// <summary><c>restarts</c>, which may also be what is counted.</summary>
    Third,

    /// <summary><c>restarting</c>, which may also be what goes on.</summary>
    Going,

    /// <summary><c>restarted</c>, which asks for it only behind <c>be</c> and the like.</summary>
    Done,
}
