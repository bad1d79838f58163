using OneStop.Domain.Approvals;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Erasures;

/// <summary>
/// 消去: a person's wish that their records be deleted (個人情報の保護に関する法律 35条, 特記事項 11), from its receipt to the certificate. A manager examines
/// it, a second one approves exactly what was examined, and the deletion itself cannot be taken back. The row stays afterwards and names nobody.
/// </summary>
public sealed partial class Erasure
{
    /// <summary>The kind of its approval.</summary>
    public const string ApprovalKind = "erasure";

    /// <summary>The most characters of what the person said, and of an answer.</summary>
    public const int LongestWords = 1000;

    private Erasure() { }

    /// <summary>受け付ける: enters the wish.</summary>
    /// <exception cref="RuleException">How it came, how the person was recognized or the day is missing or not possible, or the words are too long.</exception>
    public static Erasure Take(int number, Guid clientId, ErasureWish wish, Guid staffId, DateTimeOffset now)
    {
        var erasure = new Erasure { Id = Guid.CreateVersion7(now), Number = number, ClientId = clientId, TakenAt = now, TakenBy = staffId };
        erasure.Correct(wish, now);
        return erasure;
    }

    public Guid Id { get; private set; }

    /// <summary>The consecutive number by which the certificate is called.</summary>
    public int Number { get; private set; }

    /// <summary>The client. After the deletion only their number is left.</summary>
    public Guid ClientId { get; private set; }

    public ErasureWay Way { get; private set; }
    public IdentityCheck Identity { get; private set; }

    /// <summary>The day on which the person asked.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>What the person said, and what was found out; deleted with everything else.</summary>
    public string Words { get; private set; } = "";

    public DateTimeOffset TakenAt { get; private set; }
    public Guid TakenBy { get; private set; }

    /// <summary>When the person was told in LINE that it has begun; null if they were not.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>The latest request for approval; null if there was none.</summary>
    public Approval? Approval { get; private set; }

    /// <summary>お断り, or an answer in part; null if there is none.</summary>
    public ErasureAnswer? Answer { get; private set; }

    /// <summary>When the person took the wish back, and who entered that; null if they did not.</summary>
    public ApprovalStep? Withdrawal { get; private set; }

    /// <summary>When the wish was done with, in whichever way; null while it is open. A client has one open wish at most.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What it is about, as a form edits it.</summary>
    public ErasureWish Wish => new() { Way = Way, Identity = Identity, AskedOn = AskedOn, Words = Words };

    public ErasureState State => DoneAt is not null ? ErasureState.Done
        : Order is not null ? ErasureState.Ordered
        : Withdrawal is not null ? ErasureState.Withdrawn
        : Answer is { IsPartly: true } ? ErasureState.Partly
        : Answer is not null ? ErasureState.Refused
        : ClosedAt is not null ? ErasureState.Answered
        : Approval?.State switch
        {
            ApprovalState.Asked => ErasureState.Asked,
            ApprovalState.Granted => ErasureState.Approved,
            ApprovalState.SentBack => ErasureState.SentBack,
            _ => ErasureState.Taken,
        };

    /// <summary>Changes what was entered. A request for approval that waits, or was granted, is for other words then.</summary>
    /// <inheritdoc cref="Take"/>
    public void Correct(ErasureWish wish, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        Way = wish.Way ?? throw new RuleException("依頼の受け方を選んでください。", nameof(wish.Way));
        Identity = wish.Identity ?? throw new RuleException("本人かどうかを確かめた方法を選んでください。", nameof(wish.Identity));
        AskedOn = wish.AskedOn is { } day && day <= now.JapaneseDate ? day : throw new RuleException("依頼のあった日は、今日までの日にしてください。", nameof(wish.AskedOn));
        Words = wish.Words.Trim() is { Length: <= LongestWords } words ? words : throw new RuleException($"依頼の内容は{LongestWords}文字までです。", nameof(wish.Words));
    }

    /// <summary>Records that the person was told.</summary>
    public void Tell(DateTimeOffset now)
    {
        RefuseUnlessOpen();
        ToldAt = now;
    }

    /// <summary>承認を頼む: asks a second manager to approve exactly this content.</summary>
    /// <param name="number">The number of the request for approval.</param>
    /// <param name="content">The digest of what would be deleted and kept.</param>
    /// <exception cref="RuleException">It waits or is approved already, or is closed.</exception>
    public void AskApproval(int number, string content, Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        if (State is ErasureState.Asked or ErasureState.Approved)
            throw new RuleException("すでに承認を頼んでいます。");
        Approval = Approval.Ask(new(ApprovalKind, number, $"消去 {Number}号", Duty.Manager, content), staffId, now);
    }

    /// <summary>Ends the request for approval, to change something or because what was approved has changed.</summary>
    public void TakeApprovalBack(Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        Approval?.End(staffId, now);
    }

    /// <summary>Records the answer that nothing, or only a part, is deleted.</summary>
    /// <exception cref="RuleException">The reason is missing or too long, or the wish is closed.</exception>
    public void Refuse(bool isPartly, string words, Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        if (words.Trim() is not { Length: > 0 and <= LongestWords } reason)
            throw new RuleException($"本人に伝えた理由を{LongestWords}文字までで書いてください。", nameof(AnswerWish.Words));
        Close(staffId, now);
        Answer = new(now, staffId, isPartly, reason);
    }

    /// <summary>取り下げ: the person does not wish it any more.</summary>
    public void Withdraw(Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        Close(staffId, now);
        Withdrawal = new(now, staffId);
    }

    /// <summary>Undoes <see cref="Withdraw"/>.</summary>
    /// <exception cref="RuleException">It was not withdrawn.</exception>
    public void BringBack()
    {
        if (State != ErasureState.Withdrawn)
            throw new RuleException("この依頼は、取り下げられていません。");
        (Withdrawal, ClosedAt) = (null, null);
    }

    private void Close(Guid staffId, DateTimeOffset now)
    {
        Approval?.End(staffId, now);
        ClosedAt = now;
    }

    private void RefuseUnlessOpen()
    {
        if (ClosedAt is not null || Order is not null)
            throw new RuleException("この依頼は、もう終わっています。");
    }
}
