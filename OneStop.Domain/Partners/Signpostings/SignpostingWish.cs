namespace OneStop.Domain.Partners.Signpostings;

/// <summary>The form for a new signposting: to whom, what for, and its first step.</summary>
/// <param name="PartnerId">Null for a service in words.</param>
public sealed record SignpostingWish(Guid? PartnerId, string Service, string Purpose, SignpostingStage Stage, DateOnly? On, string Words, DateOnly? NextOn)
{
    /// <summary>An empty form.</summary>
    public static SignpostingWish None(DateOnly today) => new(null, "", "", SignpostingStage.Explained, today, "", null);

    /// <summary>The first step.</summary>
    internal StepWish Step => StepWish.None(Stage, On) with { Words = Words, NextOn = NextOn };
}

/// <summary>The form for a step.</summary>
/// <param name="SharesName">Whether the partner was told the client's name.</param>
/// <param name="Agrees">Whether the client has just consented to that by word, which is recorded with the step.</param>
/// <param name="Witness">Who else heard the consent; empty if nobody.</param>
public sealed record StepWish(SignpostingStage Stage, DateOnly? On, SignpostingResult? Result, string Words, bool SharesName, bool Agrees, string Witness,
    string HandedOver, DateOnly? NextOn)
{
    /// <summary>Whether the partner can be told of the client at this stage.</summary>
    public bool TellsPartner => Stage is SignpostingStage.Signposted or SignpostingStage.Connected;

    /// <summary>An empty form for a stage.</summary>
    public static StepWish None(SignpostingStage stage, DateOnly? on) => new(stage, on, null, "", false, false, "", "", null);
}

/// <summary>What can be corrected at any time.</summary>
public sealed record SignpostingPlan(string Purpose, DateOnly? NextOn);
