using System.ComponentModel;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>見守りの結果: how life goes after the end of a program.</summary>
public enum AftercareResult
{
    /// <summary>暮らしは続いている</summary>
    Holds,

    /// <summary>心配がある</summary>
    Worry,

    /// <summary>また支援がいる</summary>
    NeedsSupport,

    /// <summary>連絡がとれない</summary>
    NoContact,
}

/// <summary>見守り as the form edits it.</summary>
/// <param name="NextOn">When it is seen again; null if it is seen no more.</param>
/// <param name="IsLast">見守りを終える: that it is seen no more has to be said, or a forgotten day would lose sight of the person.</param>
public sealed record AftercareWish([property: DisplayName("確かめた日")] DateOnly? On, [property: DisplayName("結果")] AftercareResult? Result,
    [property: DisplayName("様子")] string Words, [property: DisplayName("次に確かめる日")] DateOnly? NextOn, [property: DisplayName("見守りを終える")] bool IsLast)
{
    /// <summary>The most characters of the words.</summary>
    public const int Longest = 1000;
}

/// <summary>見守り: whether life holds after the end of a program, and whether help is needed again (仕様書 7(2)②(ウ)).</summary>
public sealed class AftercareCheck
{
    private AftercareCheck() { }

    /// <summary>Records how life goes.</summary>
    /// <exception cref="RuleException">The program has not ended, or something is missing or not possible.</exception>
    public static AftercareCheck Of(SupportProgram program, AftercareWish wish, Guid by, DateTimeOffset now)
    {
        if (wish.On is not { } day || day > now.JapaneseDate || day < program.End?.On)
            throw new RuleException("確かめた日を、プログラムが終わった日からきょうまでの日付で選んでください。", nameof(wish.On));
        if ((wish.NextOn is null) != wish.IsLast)
            throw new RuleException("次に確かめる日を選ぶか、「見守りを終える」に印を付けてください。", nameof(wish.NextOn));
        if (wish.NextOn <= day)
            throw new RuleException("次に確かめる日は、確かめた日より後の日で選んでください。", nameof(wish.NextOn));
        DaysAhead.RefuseFar(wish.NextOn, now.JapaneseDate, "次に確かめる日", nameof(wish.NextOn));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            ProgramId = program.Id,
            On = day,
            Result = wish.Result ?? throw new RuleException("結果を選んでください。", nameof(wish.Result)),
            Words = wish.Words.Trim() switch
            {
                "" when wish.Result != AftercareResult.Holds => throw new RuleException("様子を書いてください。", nameof(wish.Words)),
                { Length: > AftercareWish.Longest } => throw new RuleException($"「様子」は{AftercareWish.Longest:N0}文字までにしてください。", nameof(wish.Words)),
                var words => words,
            },
            NextOn = wish.NextOn,
            Before = program.AftercareOn,
            EnteredAt = now,
            StaffId = by,
        };
    }

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }
    public DateOnly On { get; private set; }
    public AftercareResult Result { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>When it is seen again; null if it is seen no more.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>When it was to be seen before this check set the next day.</summary>
    public DateOnly? Before { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }
    public Guid StaffId { get; private set; }

    /// <summary>Null while it counts.</summary>
    public EntryWithdrawal? Withdrawal { get; private set; }

    /// <summary>Takes it back, or undoes that.</summary>
    public void TakeBack(bool isTakenBack, Guid by, DateTimeOffset now) => Withdrawal = isTakenBack ? Withdrawal ?? new(now, by) : null;
}

/// <summary>The names shown on screen.</summary>
public static class AftercareResults
{
    extension(AftercareResult result)
    {
        public string InJapanese => result switch
        {
            AftercareResult.Holds => "暮らしは続いている",
            AftercareResult.Worry => "心配がある",
            AftercareResult.NeedsSupport => "また支援がいる",
            AftercareResult.NoContact => "連絡がとれない",
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
    }
}
