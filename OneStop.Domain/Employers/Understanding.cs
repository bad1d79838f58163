namespace OneStop.Domain.Employers;

/// <summary>What single parents ask of an employer (仕様書 7(2)④(ア): 理解のある事業者).</summary>
public enum UnderstandingTopic
{
    /// <summary>パートから正社員への登用</summary>
    Promotion,

    /// <summary>子どもの急な発熱のとき</summary>
    SuddenFever,

    /// <summary>残業が少ない</summary>
    Overtime,

    /// <summary>短い時間で働ける</summary>
    ShorterHours,

    /// <summary>時間単位で休める</summary>
    HourlyLeave,

    /// <summary>学校行事で休める</summary>
    SchoolEvents,

    /// <summary>在宅勤務</summary>
    HomeOffice,

    /// <summary>託児</summary>
    Childcare,

    /// <summary>ひとり親を雇ったこと</summary>
    SingleParents,
}

/// <summary>What was found.</summary>
public enum UnderstandingLevel
{
    /// <summary>○ できる・ある</summary>
    Yes,

    /// <summary>△ 場合による</summary>
    Partly,

    /// <summary>× できない・ない</summary>
    No,
}

/// <summary>How it is known. What an employer says and what its people do are two things.</summary>
public enum UnderstandingEvidence
{
    /// <summary>事業者から聞いた</summary>
    Told,

    /// <summary>就業規則や書面で見た</summary>
    Paper,

    /// <summary>訪問して見た</summary>
    Visited,

    /// <summary>働いている人から聞いた</summary>
    FromEmployees,

    /// <summary>ホームページや求人で見た</summary>
    Published,
}

/// <summary>The names shown on screen.</summary>
public static class UnderstandingWords
{
    extension(UnderstandingTopic topic)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => topic switch
        {
            UnderstandingTopic.Promotion => "パートから正社員への登用",
            UnderstandingTopic.SuddenFever => "子どもの急な発熱のとき",
            UnderstandingTopic.Overtime => "残業が少ない",
            UnderstandingTopic.ShorterHours => "短い時間で働ける",
            UnderstandingTopic.HourlyLeave => "時間単位で休める",
            UnderstandingTopic.SchoolEvents => "学校行事で休める",
            UnderstandingTopic.HomeOffice => "在宅勤務",
            UnderstandingTopic.Childcare => "託児・保育の支援",
            UnderstandingTopic.SingleParents => "ひとり親を雇ったことがある",
            _ => throw new ArgumentOutOfRangeException(nameof(topic)),
        };
    }

    extension(UnderstandingLevel level)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => level switch
        {
            UnderstandingLevel.Yes => "できる・ある",
            UnderstandingLevel.Partly => "場合による",
            UnderstandingLevel.No => "できない・ない",
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
    }

    extension(UnderstandingEvidence evidence)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => evidence switch
        {
            UnderstandingEvidence.Told => "事業者から聞いた",
            UnderstandingEvidence.Paper => "就業規則や書面で見た",
            UnderstandingEvidence.Visited => "訪問して見た",
            UnderstandingEvidence.FromEmployees => "働いている人から聞いた",
            UnderstandingEvidence.Published => "ホームページや求人で見た",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
        };
    }
}

/// <summary>The form of one finding.</summary>
public sealed record UnderstandingWish(UnderstandingLevel? Level, string Words, UnderstandingEvidence? Evidence, DateOnly? SeenOn)
{
    /// <summary>The most characters of the words.</summary>
    public const int LongestWords = 400;

    /// <summary>An empty form of a day.</summary>
    public static UnderstandingWish On(DateOnly today) => new(null, "", null, today);

    /// <summary>Returns the form with everything as it is stored.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    internal UnderstandingWish Checked(DateOnly today)
    {
        if (Level is null)
            throw new RuleException("できるか、できないかを選んでください。", nameof(Level));
        if (Evidence is null)
            throw new RuleException("どうやって知ったかを選んでください。", nameof(Evidence));
        if (SeenOn is null || SeenOn > today)
            throw new RuleException("聞いた日・見た日を、きょうまでの日で選んでください。", nameof(SeenOn));
        return this with { Words = FormText.Of(Words, "実際のようす", LongestWords, nameof(Words)) };
    }
}

/// <summary>
/// 理解度: what was found about one topic, with evidence and date. A newer finding does not replace an older one: practice changes, and who asked when
/// matters. The latest of a topic is shown.
/// </summary>
public sealed class Understanding
{
    private Understanding() { }

    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    public static Understanding Of(Guid employerId, UnderstandingTopic topic, UnderstandingWish wish, Guid staffId, DateTimeOffset now)
    {
        var known = wish.Checked(now.JapaneseDate);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            EmployerId = employerId,
            Topic = topic,
            Level = known.Level!.Value,
            Words = known.Words,
            Evidence = known.Evidence!.Value,
            SeenOn = known.SeenOn!.Value,
            StaffId = staffId,
            At = now,
        };
    }

    public Guid Id { get; private set; }
    public Guid EmployerId { get; private set; }
    public UnderstandingTopic Topic { get; private set; }
    public UnderstandingLevel Level { get; private set; }

    /// <summary>実際のようす, in words. It names no client.</summary>
    public string Words { get; private set; } = "";

    public UnderstandingEvidence Evidence { get; private set; }
    public DateOnly SeenOn { get; private set; }
    public Guid StaffId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Null while it is shown.</summary>
    public Removal? Removal { get; private set; }

    /// <summary>Takes it off, or puts it back.</summary>
    public void Remove(Removal? removal) => Removal = removal;

    /// <summary>Gives it to another entry of the same employer.</summary>
    internal void GoTo(Guid employerId) => EmployerId = employerId;
}
