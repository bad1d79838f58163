namespace OneStop.Domain.SupportMeasures;

/// <summary>The codes of the rules that code asks for; their values are data.</summary>
public static class MeasureRules
{
    /// <summary>The weeks before the start of a course in which an application may be too late.</summary>
    public const string ShortNotice = "measure.course.short-notice";

    /// <summary>The age from which a child no longer counts.</summary>
    public const string ChildAge = "eligibility.child-age";

    /// <summary>Whether a measure needs a self-reliance program first.</summary>
    public static string NeedsProgram(string measure) => $"measure.{measure}.program";

    /// <summary>Whether a measure asks for the level of income of 児童扶養手当.</summary>
    public static string NeedsAllowance(string measure) => $"measure.{measure}.allowance";

    /// <summary>Whether 高等職業訓練促進資金貸付 is only for who gets 高等職業訓練促進給付金.</summary>
    public const string LoanNeedsVocational = "measure.kashitsuke.koutou";

    /// <summary>Whether a measure can be had only once.</summary>
    public static string IsOnce(string measure) => $"measure.{measure}.once";
}
