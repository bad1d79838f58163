namespace OneStop.Domain.Clients;

/// <summary>How a consent was given.</summary>
public enum ConsentWay
{
    /// <summary>LINEのボタン</summary>
    LineButton,

    /// <summary>書面</summary>
    Paper,

    /// <summary>口頭: the wording was read out, if possible with a witness.</summary>
    ByWord,

    /// <summary>専用ページ: the client read the wording on a page that was opened by a link, and pressed 同意します.</summary>
    Page,
}

/// <summary>To whom or what a consent refers, if its purpose has an object: one partner.</summary>
/// <param name="Name">The name at the time.</param>
public sealed record ConsentObject(Guid Id, string Name);

/// <summary>How a consent was taken.</summary>
/// <param name="Witness">Who else heard it; empty if nobody.</param>
/// <param name="About">Null if the purpose has no object.</param>
/// <param name="Until">The last day on which it holds; null if it holds until it is withdrawn.</param>
public sealed record ConsentTaking(ConsentWay Way, string Witness = "", ConsentObject? About = null, DateOnly? Until = null);

/// <summary>同意: to which purpose, in which wording, when, how, until when, and who took it. It can be withdrawn; the row is kept.</summary>
public sealed class Consent
{
    /// <summary>The most characters of a witness's name, and of an object's.</summary>
    public const int LongestWitness = 60, LongestObject = 100;

    private Consent() { }

    /// <summary>Creates a consent to a purpose in its present wording.</summary>
    /// <param name="takenBy">The member of staff who was told; null if the person answered in LINE or on a page.</param>
    /// <param name="taking">How it was taken; null for the button in LINE, or by word if staff was told.</param>
    /// <exception cref="RuleException">The name of the witness is too long.</exception>
    public static Consent To(ConsentPurpose purpose, Guid clientId, Guid? takenBy, DateTimeOffset now, ConsentTaking? taking = null)
    {
        taking ??= new(takenBy is null ? ConsentWay.LineButton : ConsentWay.ByWord);
        if (purpose.HasObject != (taking.About is not null))
            throw new ArgumentException($"A consent to {purpose.Code} {(purpose.HasObject ? "names its object" : "has no object")}.", nameof(taking));
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(now),
            ClientId = clientId,
            Purpose = purpose.Code,
            Wording = purpose.Wording,
            WordingDigest = purpose.WordingDigest,
            GivenAt = now,
            TakenBy = takenBy,
            Way = taking.Way,
            Witness = taking.Witness.Trim() is { Length: <= LongestWitness } witness ? witness
                : throw new RuleException($"立ち会った人は{LongestWitness}文字までです。", nameof(Witness)),
            ObjectId = taking.About?.Id,
            ObjectName = taking.About?.Name,
        };
        consent.LastUntil(taking.Until, purpose);
        return consent;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The code of the purpose (<see cref="ConsentPurpose.Code"/>).</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The id of what it refers to; null if the purpose has no object.</summary>
    public Guid? ObjectId { get; private set; }

    /// <summary>The name of what it refers to, as it was at the time.</summary>
    public string? ObjectName { get; private set; }

    /// <summary>The edition of the wording that was shown.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>SHA-256 of that wording.</summary>
    public string WordingDigest { get; private set; } = "";

    public DateTimeOffset GivenAt { get; private set; }
    public Guid? TakenBy { get; private set; }
    public ConsentWay Way { get; private set; }

    /// <summary>Who else heard it; empty if nobody.</summary>
    public string Witness { get; private set; } = "";

    /// <summary>The scan of the signed paper, among the client's files; null if there is none.</summary>
    public Guid? ScanId { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The member of staff who was told of the withdrawal; null if it was not withdrawn, or by the client in LINE.</summary>
    public Guid? WithdrawnBy { get; private set; }

    /// <summary>The last day on which it holds; null if it holds until it is withdrawn.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Whether it is to this purpose in its present wording, was not withdrawn, and has not ended before a day.</summary>
    internal bool Holds(ConsentPurpose purpose, DateOnly on) =>
        WithdrawnAt is null && (Purpose, Wording) == (purpose.Code, purpose.Wording) && !(Until < on);

    /// <summary>Sets the last day on which it holds, as the client said.</summary>
    /// <param name="day">Null if it holds until it is withdrawn.</param>
    /// <exception cref="RuleException">A consent to this purpose has no end, or the day lies before the consent.</exception>
    public void LastUntil(DateOnly? day, ConsentPurpose purpose)
    {
        if (day is not null && !purpose.MayEnd)
            throw new RuleException($"「{purpose.InJapanese}」への同意には、期限をつけられません。取り消すまで続きます。", nameof(Until));
        if (day < GivenAt.JapaneseDate)
            throw new RuleException("期限は、同意した日より後の日で入力してください。", nameof(Until));
        Until = day;
    }

    /// <summary>Adds the scan of the signed paper, or takes it off.</summary>
    /// <param name="scanId">A file of the same client; null to take it off.</param>
    /// <exception cref="RuleException">It was not given on paper.</exception>
    public void Scan(Guid? scanId)
    {
        if (Way != ConsentWay.Paper)
            throw new RuleException("スキャンは、書面の同意につけられます。");
        ScanId = scanId;
    }

    /// <summary>同意の撤回: withdraws the consent.</summary>
    /// <param name="by">The member of staff who was told; null if the client did it in LINE.</param>
    public void Withdraw(DateTimeOffset now, Guid? by = null)
    {
        if (WithdrawnAt is null)
            (WithdrawnAt, WithdrawnBy) = (now, by);
    }
}
