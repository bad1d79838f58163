namespace OneStop.Domain.Partners.Signpostings;

/// <summary>A step as shown.</summary>
/// <param name="By">The name of the member of staff.</param>
public sealed record SignpostingStepRow(Guid Id, SignpostingStage Stage, SignpostingResult? Result, DateOnly On, string Words, bool SharesName,
    string HandedOver, string By, DateTimeOffset EnteredAt)
{
    /// <summary>案内した; 終わり（利用しなかった）</summary>
    public string InJapanese => Result is { } result ? $"{Stage.InJapanese}（{result.InJapanese}）" : Stage.InJapanese;
}

/// <summary>A signposting as shown in the file.</summary>
/// <param name="Steps">The newest first, without those that were taken back.</param>
/// <param name="MayShareName">Whether the client's consent to telling this partner their name is in force.</param>
public sealed record SignpostingRow(Guid Id, Guid? PartnerId, string Service, SignpostingPlan Plan, IReadOnlyList<SignpostingStepRow> Steps,
    bool MayShareName)
{
    /// <summary>The last step.</summary>
    public SignpostingStepRow Last => Steps[0];

    /// <summary>The stages to which it can still go.</summary>
    public IReadOnlyList<SignpostingStage> Ahead => [.. Enum.GetValues<SignpostingStage>().Where(s => s > Last.Stage)];
}
