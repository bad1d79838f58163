namespace OneStop.Domain;

/// <summary>The letter by which the City approved, as registered in its files.</summary>
public sealed record ApprovalLetter
{
    /// <summary>The most characters of 文書番号.</summary>
    public const int LongestNumber = 60;

    /// <summary>The most characters of the approver's name.</summary>
    public const int LongestName = 60;

    private ApprovalLetter(string number, DateOnly on, string by) => (Number, On, By) = (number, on, by);

    /// <exception cref="RuleException">A value is missing or too long, or the day is in the future.</exception>
    public static ApprovalLetter Of(string number, DateOnly on, string by, DateOnly today)
    {
        if (number.Trim() is not { Length: > 0 and <= LongestNumber } checkedNumber)
            throw new RuleException($"承認の文書番号を{LongestNumber}文字までで入力してください。", nameof(Number));
        if (by.Trim() is not { Length: > 0 and <= LongestName } checkedName)
            throw new RuleException($"承認者の職・氏名を{LongestName}文字までで入力してください。", nameof(By));
        if (on > today || on == default)
            throw new RuleException("承認日を、今日までの日付で入力してください。", nameof(On));
        return new(checkedNumber, on, checkedName);
    }

    /// <summary>文書番号</summary>
    public string Number { get; }

    /// <summary>承認日</summary>
    public DateOnly On { get; }

    /// <summary>承認者の職・氏名</summary>
    public string By { get; }
}
