namespace OneStop.Domain.Today.Notes;

/// <summary>読みました: who has read a note, and when.</summary>
public sealed record NoteReader(Guid StaffId, DateTimeOffset At);

/// <summary>
/// 申し送り: a short note for the colleagues of the next shift, or for one of them. It is shown to whom it concerns until they have read it or its last
/// day is over, and stays in the list of the latest notes for a while.
/// </summary>
public sealed class ShiftNote
{
    /// <summary>The most characters.</summary>
    public const int Longest = 300;

    /// <summary>
    /// 営業日: the number of open service days for which a note is shown to who has not read it, with the one on which it was written. One for a single
    /// person is shown for as many from their next day at work.
    /// </summary>
    public const int ShownForDays = 3;

    /// <summary>The number of days for which a note is in the list of the latest ones.</summary>
    public const int ListedForDays = 30;

    private ShiftNote() { }

    /// <param name="lastDay">The last service day on which it is shown to who has not read it.</param>
    /// <exception cref="RuleException">The text is missing or too long, or it is for the writer alone.</exception>
    public static ShiftNote Of(ShiftNoteWish wish, Guid by, DateOnly lastDay, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Text = wish.Text.Trim() is { Length: > 0 and <= Longest } written ? written
            : throw new RuleException($"申し送りを{Longest}文字までで入力してください。", nameof(ShiftNoteWish.Text)),
        ForStaffId = wish.ForStaffId != by ? wish.ForStaffId : throw new RuleException("自分あてには書けません。", nameof(ShiftNoteWish.ForStaffId)),
        ClientId = wish.ClientId,
        By = by,
        At = now,
        LastDay = lastDay,
    };

    public Guid Id { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>For whom it is; null for all who work with people.</summary>
    public Guid? ForStaffId { get; private set; }

    /// <summary>About whom it is; null if it is about no client.</summary>
    public Guid? ClientId { get; private set; }

    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The last service day on which it is shown to who has not read it.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Who has read it, the first one first.</summary>
    public ValueList<NoteReader> Readers { get; private set; } = [];

    /// <summary>取り消し: taken back by its writer; null while it stands.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>Whether it is shown on a service day to somebody who has not read it: to its writer never, because they know it.</summary>
    /// <param name="mine">The reader, and those for whom they stand in.</param>
    public bool WaitsFor(IReadOnlyList<Guid> mine, DateOnly day) =>
        LastDay >= day && By != mine[0] && (ForStaffId is not { } one || mine.Contains(one)) && Readers.All(r => r.StaffId != mine[0]);

    /// <summary>読みました: records that somebody has read it.</summary>
    public void Read(Guid staffId, DateTimeOffset now)
    {
        if (Readers.All(r => r.StaffId != staffId))
            Readers = [.. Readers, new(staffId, now)];
    }

    /// <summary>Undoes <see cref="Read"/>.</summary>
    public void Unread(Guid staffId) => Readers = [.. Readers.Where(r => r.StaffId != staffId)];

    /// <summary>取り消す</summary>
    /// <exception cref="RuleException">Somebody else wrote it.</exception>
    public void TakeBack(Guid staffId, DateTimeOffset now)
    {
        if (staffId != By)
            throw new RuleException("取り消せるのは、書いた本人だけです。");
        TakenBackAt ??= now;
    }

    /// <summary>Undoes <see cref="TakeBack"/>.</summary>
    /// <exception cref="RuleException">Somebody else wrote it.</exception>
    public void BringBack(Guid staffId) =>
        TakenBackAt = staffId == By ? null : throw new RuleException("元に戻せるのは、書いた本人だけです。");
}

/// <summary>The form of a note.</summary>
public sealed record ShiftNoteWish
{
    public string Text { get; init; } = "";

    /// <summary>Null for all.</summary>
    public Guid? ForStaffId { get; init; }

    /// <summary>Null if it is about no client.</summary>
    public Guid? ClientId { get; init; }
}
