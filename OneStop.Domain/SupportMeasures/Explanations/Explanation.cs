namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>How a measure was explained.</summary>
public enum ExplanationWay
{
    /// <summary>A card in LINE.</summary>
    Card,

    /// <summary>電話</summary>
    Phone,

    /// <summary>対面</summary>
    FaceToFace,

    /// <summary>ビデオ通話</summary>
    Video,

    /// <summary>トーク: in words of the conversation.</summary>
    Chat,
}

/// <summary>How the client took it.</summary>
public enum MeasureResponse
{
    /// <summary>まだ聞いていない</summary>
    NotAsked,

    /// <summary>使いたい</summary>
    Wants,

    /// <summary>検討</summary>
    Considers,

    /// <summary>今は不要</summary>
    NotNow,

    /// <summary>すでに利用</summary>
    UsesAlready,
}

/// <summary>The names shown on screen.</summary>
public static class ExplanationNames
{
    extension(ExplanationWay way)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => way switch
        {
            ExplanationWay.Card => "LINEのカード",
            ExplanationWay.Phone => "電話",
            ExplanationWay.FaceToFace => "対面",
            ExplanationWay.Video => "ビデオ通話",
            ExplanationWay.Chat => "トーク",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
    }

    extension(MeasureResponse response)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => response switch
        {
            MeasureResponse.NotAsked => "まだ聞いていない",
            MeasureResponse.Wants => "使いたい",
            MeasureResponse.Considers => "検討",
            MeasureResponse.NotNow => "今は不要",
            MeasureResponse.UsesAlready => "すでに利用",
            _ => throw new ArgumentOutOfRangeException(nameof(response)),
        };
    }
}

/// <summary>誤記: when an explanation turned out not to have happened, and who found that.</summary>
public sealed record ExplanationAnnulment(DateTimeOffset At, Guid StaffId);

/// <summary>説明: a measure was explained to a client (仕様書 7(2)①(ク)): when, by whom, in which wording, and how the client took it.</summary>
public sealed class Explanation
{
    private Explanation() { }

    /// <param name="tellingId">The same for all measures that were explained in one act.</param>
    /// <param name="cardId">The message of the card; null if none is sent.</param>
    public static Explanation Of(Guid tellingId, Guid clientId, SupportMeasure measure, ExplanationWay way, MeasureResponse response, Guid? cardId,
        Guid staffId, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            TellingId = tellingId,
            ClientId = clientId,
            MeasureId = measure.Id,
            Edition = measure.Edition,
            StaffId = staffId,
            At = now,
            Day = now.JapaneseDate,
            Way = way,
            Response = response,
            CardId = cardId,
        };

    public Guid Id { get; private set; }

    /// <summary>The act in which it was explained, alone or with others.</summary>
    public Guid TellingId { get; private set; }

    public Guid ClientId { get; private set; }
    public Guid MeasureId { get; private set; }

    /// <summary>The edition of the measure's wording that was explained.</summary>
    public int Edition { get; private set; }

    public Guid StaffId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The date in Japan, by which reports count.</summary>
    public DateOnly Day { get; private set; }

    public ExplanationWay Way { get; private set; }
    public MeasureResponse Response { get; private set; }

    /// <summary>The message of the card in the conversation; null if none was sent. While the card failed or was taken back, nothing was explained.</summary>
    public Guid? CardId { get; private set; }

    /// <summary>Null if it stands.</summary>
    public ExplanationAnnulment? Annulment { get; private set; }

    /// <summary>The explanation as the form shows it.</summary>
    public ExplanationWish Wish => new(Day, Way, Response);

    /// <summary>Corrects day, way and response.</summary>
    /// <exception cref="RuleException">The day is missing or in the future, or a card is claimed or denied against the record.</exception>
    public void Correct(ExplanationWish wish, DateTimeOffset now)
    {
        if (wish.Day is not { } day || day > now.JapaneseDate)
            throw new RuleException("説明した日を、きょうまでの日付で選んでください。", nameof(wish.Day));
        if (CardId is not null && (wish.Way != ExplanationWay.Card || day != Day))
            throw new RuleException("LINEのカードで送った説明は、日と方法を変えられません。", nameof(wish.Way));
        if (day != Day)
            At = JapanTime.At(day, TimeOnly.FromTimeSpan(now.InJapan.TimeOfDay));
        (Day, Way, Response) = (day, wish.Way, wish.Response);
    }

    /// <summary>誤記として取り消す: it counts no more.</summary>
    public void Annul(Guid staffId, DateTimeOffset now) => Annulment ??= new(now, staffId);

    /// <summary>Takes the annulment back.</summary>
    public void Restore() => Annulment = null;
}

/// <summary>What staff corrects about an explanation.</summary>
public sealed record ExplanationWish(DateOnly? Day, ExplanationWay Way, MeasureResponse Response);

/// <summary>What staff enters when explaining: which measures, how, and how the client took them.</summary>
public sealed record TellingWish(ValueList<Guid> Measures, ExplanationWay Way, MeasureResponse Response);
