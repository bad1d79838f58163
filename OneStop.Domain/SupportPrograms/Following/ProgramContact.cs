using System.ComponentModel;
using OneStop.Domain.Partners;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>How we spoke with an office.</summary>
public enum ContactWay
{
    /// <summary>電話</summary>
    Phone,

    /// <summary>会議・同席</summary>
    Meeting,

    /// <summary>同行: with the person at the office.</summary>
    Accompanied,

    /// <summary>書面・FAX</summary>
    Paper,

    /// <summary>メール</summary>
    Mail,

    /// <summary>オンライン: by video.</summary>
    Online,
}

/// <summary>連携記録 as the form edits it.</summary>
public sealed record ContactWish
{
    /// <summary>The most characters of who it was, and of what was said.</summary>
    public const int LongestWho = 100, LongestWords = 1000;

    [DisplayName("日")] public DateOnly? On { get; init; }

    public Guid? PartnerId { get; init; }

    [DisplayName("相手の部署・人")] public string Who { get; init; } = "";

    [DisplayName("方法")] public ContactWay Way { get; init; }

    [DisplayName("内容")] public string Words { get; init; } = "";

    /// <summary>Whether the partner was told the person's name.</summary>
    [DisplayName("本人の名前を伝えた")] public bool SharesName { get; init; }
}

/// <summary>
/// 連携記録: a contact with ハローワーク or another office about the person: when, with whom, what, and the consent on which it rests (仕様書 7(2)②(エ)).
/// The name is told only with a consent that names this office (別紙 7).
/// </summary>
public sealed class ProgramContact
{
    private ProgramContact() { }

    /// <summary>Records a contact.</summary>
    /// <param name="consentId">The consent that held on the day; null if the name was not told.</param>
    /// <exception cref="RuleException">Something is missing, too long, or lies ahead.</exception>
    public static ProgramContact Of(Guid programId, Partner partner, ContactWish wish, Guid? consentId, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProgramId = programId,
        PartnerId = partner.Id,
        PartnerName = partner.Name,
        On = wish.On is { } day && day <= now.JapaneseDate ? day : throw new RuleException("日を、きょうまでの日付で選んでください。", nameof(wish.On)),
        Who = wish.Who.Trim() is { Length: <= ContactWish.LongestWho } who ? who
            : throw new RuleException($"「相手の部署・人」は{ContactWish.LongestWho}文字までにしてください。", nameof(wish.Who)),
        Way = wish.Way,
        Words = wish.Words.Trim() switch
        {
            "" => throw new RuleException("何を話したかを書いてください。", nameof(wish.Words)),
            { Length: > ContactWish.LongestWords } => throw new RuleException($"「内容」は{ContactWish.LongestWords:N0}文字までにしてください。", nameof(wish.Words)),
            var words => words,
        },
        ConsentId = consentId,
        EnteredAt = now,
        StaffId = by,
    };

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }
    public Guid PartnerId { get; private set; }

    /// <summary>The name of the office at the time.</summary>
    public string PartnerName { get; private set; } = "";

    /// <summary>The day on which it happened.</summary>
    public DateOnly On { get; private set; }

    /// <summary>With whom there; empty if it is not known.</summary>
    public string Who { get; private set; } = "";

    public ContactWay Way { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>The consent on which telling the name rests; null if the name was not told.</summary>
    public Guid? ConsentId { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }
    public Guid StaffId { get; private set; }

    /// <summary>Null while it counts.</summary>
    public EntryWithdrawal? Withdrawal { get; private set; }

    /// <summary>Takes it back, or undoes that.</summary>
    public void TakeBack(bool isTakenBack, Guid by, DateTimeOffset now) => Withdrawal = isTakenBack ? Withdrawal ?? new(now, by) : null;
}

/// <summary>The names shown on screen.</summary>
public static class ContactWays
{
    extension(ContactWay way)
    {
        public string InJapanese => way switch
        {
            ContactWay.Phone => "電話",
            ContactWay.Meeting => "会議・同席",
            ContactWay.Accompanied => "同行",
            ContactWay.Paper => "書面・FAX",
            ContactWay.Mail => "メール",
            ContactWay.Online => "オンライン",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
    }
}
