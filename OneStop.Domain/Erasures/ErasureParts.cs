using OneStop.Domain.Approvals;

namespace OneStop.Domain.Erasures;

/// <summary>How the wish came.</summary>
public enum ErasureWay
{
    /// <summary>The person asked in LINE, by the button or in words.</summary>
    Line,
    Phone,
    Visit,
    Letter,
}

/// <summary>How it was made sure that it is the person who asks.</summary>
public enum IdentityCheck
{
    /// <summary>It came from their own LINE.</summary>
    OwnLine,

    /// <summary>They were called back at a number that was known before.</summary>
    CallBack,

    /// <summary>They showed a document.</summary>
    Document,

    /// <summary>Staff who have met them recognized them.</summary>
    Known,
}

/// <summary>The state of a wish for erasure.</summary>
public enum ErasureState
{
    /// <summary>受付: being examined.</summary>
    Taken,

    /// <summary>承認待ち</summary>
    Asked,

    /// <summary>差し戻し</summary>
    SentBack,

    /// <summary>承認済み: may be carried out.</summary>
    Approved,

    /// <summary>消去しています</summary>
    Ordered,

    /// <summary>消去済み</summary>
    Done,

    /// <summary>お断り</summary>
    Refused,

    /// <summary>一部に応じた</summary>
    Partly,

    /// <summary>取り下げ</summary>
    Withdrawn,

    /// <summary>答えた: refused or answered in part; a later wish deleted which, and the reason.</summary>
    Answered,
}

/// <summary>What a form enters of a wish.</summary>
public sealed record ErasureWish
{
    public ErasureWay? Way { get; init; }
    public IdentityCheck? Identity { get; init; }
    public DateOnly? AskedOn { get; init; }
    public string Words { get; init; } = "";
}

/// <summary>What a form enters of an answer.</summary>
public sealed record AnswerWish
{
    /// <summary>Whether a part was deleted; null until chosen.</summary>
    public bool? IsPartly { get; init; }

    public string Words { get; init; } = "";
}

/// <summary>お断り or 一部に応じた, with the reason as the person was told.</summary>
public sealed record ErasureAnswer(DateTimeOffset At, Guid StaffId, bool IsPartly, string Words);

/// <summary>What was deleted of a table, and what stays without the person.</summary>
/// <param name="Table">The name of the rows in the trail.</param>
public sealed record ErasedCount(string Table, int Deleted, int Kept);

/// <summary>An erasure as the list beside the database keeps it: ids and dates, nobody's name.</summary>
internal sealed record ErasureRecord(Guid Id, int Number, IReadOnlyList<Guid> Clients, IReadOnlyList<Guid> Friends, ErasureWay Way, IdentityCheck Identity,
    DateOnly AskedOn, DateTimeOffset TakenAt, Guid TakenBy, ApprovalStep ApprovedBy, ApprovalStep Order, DateTimeOffset DoneAt);

/// <summary>The names shown on screen.</summary>
public static class ErasureNames
{
    extension(ErasureWay way)
    {
        public string InJapanese => way switch
        {
            ErasureWay.Line => "LINE",
            ErasureWay.Phone => "電話",
            ErasureWay.Visit => "来所・訪問",
            ErasureWay.Letter => "書面",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
    }

    extension(IdentityCheck check)
    {
        public string InJapanese => check switch
        {
            IdentityCheck.OwnLine => "本人のLINEから届いた",
            IdentityCheck.CallBack => "登録の電話番号にかけ直した",
            IdentityCheck.Document => "本人確認の書類を見た",
            IdentityCheck.Known => "会ったことのある職員が確かめた",
            _ => throw new ArgumentOutOfRangeException(nameof(check)),
        };
    }

    extension(ErasureState state)
    {
        public string InJapanese => state switch
        {
            ErasureState.Taken => "検討中",
            ErasureState.Asked => "承認待ち",
            ErasureState.SentBack => "差し戻し",
            ErasureState.Approved => "承認済み",
            ErasureState.Ordered => "消去しています",
            ErasureState.Done => "消去済み",
            ErasureState.Refused => "お断りした",
            ErasureState.Partly => "一部に応じた",
            ErasureState.Withdrawn => "取り下げ",
            ErasureState.Answered => "答えた（内容は消去済み）",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
