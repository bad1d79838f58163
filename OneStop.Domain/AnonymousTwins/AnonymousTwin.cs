using OneStop.Domain.AnonymousTwins.Finding;
using OneStop.Domain.Approvals;
using OneStop.Domain.Staff;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>The state of a twin.</summary>
public enum TwinState
{
    /// <summary>作成中: finds are being decided.</summary>
    Drawn,

    /// <summary>確認待ち</summary>
    Asked,

    /// <summary>確認済み: may leave for the City.</summary>
    Confirmed,

    /// <summary>差し戻し: decided anew, then asked again.</summary>
    SentBack,

    /// <summary>古くなった: the text was changed afterwards.</summary>
    Outdated,
}

/// <summary>
/// 匿名の記録: what a text of a person's course says without telling whose it is (仕様書 10(2)). A person decides about each find, and a second person
/// confirms the text. It belongs to the words as they were; when they change, it is outdated for ever and another one is made.
/// </summary>
public sealed class AnonymousTwin
{
    /// <summary>The kind of its approval.</summary>
    public const string ApprovalKind = "twin";

    public const int LongestKind = 20;

    private readonly List<TwinDecision> decisions = [];

    private AnonymousTwin() { }

    /// <summary>Begins a twin.</summary>
    /// <param name="number">The next number.</param>
    /// <param name="kind">The kind of the text (<see cref="ICourseTextSource.Kind"/>).</param>
    public static AnonymousTwin Of(int number, string kind, CourseText source, Guid staffId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Number = number,
        Kind = kind,
        SourceId = source.Id,
        ClientId = source.ClientId,
        On = source.On,
        SourceDigest = source.Digest,
        MadeAt = now,
        MadeBy = staffId,
    };

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public string Kind { get; private set; } = "";
    public Guid SourceId { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The service day that the text tells of; its month decides with which report it leaves.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Identifies the words that were anonymised.</summary>
    public string SourceDigest { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }
    public Guid MadeBy { get; private set; }

    /// <summary>The anonymised text; empty until it was asked for confirmation.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The latest request for confirmation; null if there was none.</summary>
    public Approval? Approval { get; private set; }

    /// <summary>When the text was changed; null while the twin belongs to the present words.</summary>
    public DateTimeOffset? OutdatedAt { get; private set; }

    /// <summary>What was decided about the finds, if loaded.</summary>
    public IReadOnlyList<TwinDecision> Decisions => decisions;

    public TwinState State => OutdatedAt is not null ? TwinState.Outdated : Approval?.State switch
    {
        ApprovalState.Asked => TwinState.Asked,
        ApprovalState.Granted => TwinState.Confirmed,
        ApprovalState.SentBack => TwinState.SentBack,
        _ => TwinState.Drawn,
    };

    /// <summary>Decides about a find; an earlier decision about the same place is replaced.</summary>
    /// <exception cref="RuleException">The twin waits, is confirmed or outdated, or the decision is not complete.</exception>
    public void Decide(FoundIdentifier find, TwinChoice choice, Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        decisions.RemoveAll(d => d.Start < find.End && find.Start < d.Start + d.Original.Length);
        decisions.Add(TwinDecision.Of(Id, find, choice, staffId, now));
    }

    /// <summary>Takes a decision back.</summary>
    /// <exception cref="RuleException">The twin waits, is confirmed or outdated.</exception>
    public void Reconsider(int start)
    {
        RefuseUnlessOpen();
        decisions.RemoveAll(d => d.Start == start);
    }

    /// <summary>確認を頼む: fixes the anonymised text and asks a second person.</summary>
    /// <param name="source">The text as it is now.</param>
    /// <param name="finds">What is found in it now.</param>
    /// <param name="number">The number of the request.</param>
    /// <exception cref="RuleException">The twin is not open, the text has changed, or a find is not decided.</exception>
    public void Ask(CourseText source, IEnumerable<FoundIdentifier> finds, int number, Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        RefuseUnlessOf(source);
        if (finds.Count(f => !IsDecided(f)) is > 0 and var open)
            throw new RuleException($"まだ決めていない言葉が{open}か所あります。");
        Text = Anonymised(source.Text);
        Approval = Approval.Ask(new(ApprovalKind, number, $"匿名の記録 {Number}号", Duty.Manager, ContentDigest.Of(Text)), staffId, now);
    }

    /// <summary>取り下げ: takes the request back, to decide anew.</summary>
    /// <exception cref="RuleException">It does not wait.</exception>
    public void Withdraw(Guid staffId, DateTimeOffset now) => Waiting.Withdraw(staffId, now);

    /// <summary>確認する: a second person confirms that the text tells nobody.</summary>
    /// <param name="seen">The digest of the text on the screen of the person who confirms.</param>
    /// <param name="authorId">Who answers for the record: they know too well whom it tells of.</param>
    /// <exception cref="RuleException">It does not wait, the person made it, decided in it or wrote the record, or the text is not what they saw.</exception>
    public void Confirm(string seen, Guid authorId, Guid staffId, DateTimeOffset now)
    {
        if (OutdatedAt is not null)
            throw new RuleException("元の記録が変わりました。もう一度作り直してください。");
        if (staffId == MadeBy || staffId == authorId || decisions.Exists(d => d.By == staffId))
            throw new RuleException("記録を書いた人、匿名にした人とは別の人が確認します。");
        Waiting.Grant(seen, ContentDigest.Of(Text), null, staffId, now);
    }

    /// <summary>差し戻し with a reason; possible after the confirmation too, while the text has not been changed.</summary>
    /// <exception cref="RuleException">There is nothing to send back, or the reason is missing.</exception>
    public void SendBack(string reason, Guid staffId, DateTimeOffset now) =>
        (Approval ?? throw new RuleException("確認を頼まれていません。")).SendBack(reason, staffId, now);

    /// <summary>Records that the text was changed.</summary>
    public void Outdate(DateTimeOffset now) => OutdatedAt ??= now;

    /// <summary>Whether a decision covers a find.</summary>
    public bool IsDecided(FoundIdentifier find) => decisions.Exists(d => d.Start <= find.Start && d.Start + d.Original.Length >= find.End);

    /// <summary>Returns the text with all replacements.</summary>
    public string Anonymised(string text)
    {
        foreach (var decision in decisions.OrderByDescending(d => d.Start))
            text = string.Concat(text.AsSpan(0, decision.Start), decision.Replacement, text.AsSpan(decision.Start + decision.Original.Length));
        return text;
    }

    private Approval Waiting => Approval ?? throw new RuleException("確認を頼まれていません。");

    /// <summary>Throws unless the twin belongs to the present words.</summary>
    public void RefuseUnlessOf(CourseText source)
    {
        if (OutdatedAt is not null || source.Digest != SourceDigest)
            throw new RuleException("元の記録が変わりました。もう一度作り直してください。");
    }

    private void RefuseUnlessOpen()
    {
        if (State is not (TwinState.Drawn or TwinState.SentBack))
            throw new RuleException(State == TwinState.Outdated ? "元の記録が変わりました。もう一度作り直してください。" : "確認を頼んだあとは、取り下げてから直してください。");
    }
}
