using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms;

/// <summary>
/// 版: goals and support of a program at one time, and its way from the draft to the client's confirmation. An established version stays as it is for
/// ever; a change is the next one. Its steps are taken by <see cref="SupportProgram"/>, which keeps the program's state with them.
/// </summary>
public sealed class ProgramVersion
{
    /// <summary>The most characters of a reason or a remark.</summary>
    public const int LongestWords = 400;

    private ProgramVersion() { }

    internal static ProgramVersion First(Guid programId, Guid circumstancesId, Guid by, DateTimeOffset now) => Of(programId, 1, circumstancesId, "", by, now);

    /// <summary>The next version, which begins with the words of this one.</summary>
    internal ProgramVersion Next(int number, string reason, Guid by, DateTimeOffset now)
    {
        var next = Of(ProgramId, number, CircumstancesId!.Value, reason, by, now);
        (next.Goals, next.Items) = (Goals, Items);
        return next;
    }

    private static ProgramVersion Of(Guid programId, int number, Guid circumstancesId, string reason, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProgramId = programId,
        Number = number,
        CircumstancesId = circumstancesId,
        Reason = reason,
        StartedAt = now,
        StartedBy = by,
        ChangedAt = now,
        ChangedBy = by,
        Writers = [by],
    };

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }

    /// <summary>From 1; dropped versions keep theirs.</summary>
    public int Number { get; private set; }

    /// <summary>The assessment on which it rests; null only after its person was erased.</summary>
    public Guid? CircumstancesId { get; private set; }

    public VersionStep Step { get; private set; }

    /// <summary>Why the version before is changed; empty for the first.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }
    public Guid StartedBy { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }

    /// <summary>Who wrote in it, its assessment included: none of them approves it.</summary>
    public ValueList<Guid> Writers { get; private set; } = [];

    /// <summary>The goals, in their order.</summary>
    public ValueList<Goal> Goals { get; private set; } = [];

    /// <summary>支援の内容, in their order.</summary>
    public ValueList<SupportItem> Items { get; private set; } = [];

    /// <summary>The last request; null if none was made, or it was withdrawn.</summary>
    public VersionRequest? Request { get; private set; }

    /// <summary>The last 差し戻し; it stays to be read while the version is corrected.</summary>
    public VersionReturn? Return { get; private set; }

    public VersionApproval? Approval { get; private set; }
    public VersionConfirmation? Confirmation { get; private set; }

    /// <summary>Which way it went; null while it is under way.</summary>
    public VersionWay? Way { get; private set; }

    /// <summary>策定日: the day on which it came into force; null before.</summary>
    public DateOnly? EstablishedOn { get; private set; }

    /// <summary>Replaces the goals.</summary>
    /// <exception cref="RuleException">The version is not open, there are too many, or a goal is not possible.</exception>
    public void Rewrite(ValueList<Goal> goals, Guid by, DateTimeOffset now)
    {
        if (goals.Count > Goal.Most)
            throw new RuleException($"目標は{Goal.Most}個まで入力できます。");
        Touch(by, now);
        Goals = [.. goals.Select(g => g.Checked())];
    }

    /// <summary>Replaces the items.</summary>
    /// <inheritdoc cref="Rewrite(ValueList{Goal}, Guid, DateTimeOffset)"/>
    public void Rewrite(ValueList<SupportItem> items, Guid by, DateTimeOffset now)
    {
        if (items.Count > SupportItem.Most)
            throw new RuleException($"支援の内容は{SupportItem.Most}個まで入力できます。");
        Touch(by, now);
        Items = [.. items.Select(i => i.Checked())];
    }

    /// <summary>Rests it on another assessment.</summary>
    /// <exception cref="RuleException">The version is not open.</exception>
    public void RestOn(Assessment.Circumstances circumstances, Guid by, DateTimeOffset now)
    {
        Touch(by, now);
        CircumstancesId = circumstances.Id;
    }

    /// <summary>Records that somebody wrote in it, or in its assessment.</summary>
    /// <exception cref="RuleException">The version is not open.</exception>
    public void Touch(Guid by, DateTimeOffset now)
    {
        if (!Step.IsOpen)
            throw new RuleException(Step switch
            {
                VersionStep.Asked => "確認を依頼しているあいだは直せません。直すときは、先に依頼を取り下げてください。",
                VersionStep.Approved => "承認されたあとは直せません。直すときは「下書きに戻す」を押してください。もう一度、承認から始まります。",
                VersionStep.Established => "策定した版は変えられません。直すときは「内容を変える」で、次の版を始めてください。",
                _ => "この版は、やめた版です。画面を読み込み直してください。",
            });
        (ChangedBy, ChangedAt) = (by, now);
        if (!Writers.Contains(by))
            Writers = [.. Writers, by];
    }

    internal void Ask(string digest, string remark, Guid by, DateTimeOffset now)
    {
        RefuseUnless(Step.IsOpen, "下書きではありません");
        if (remark.Trim() is not { Length: <= LongestWords } words)
            throw new RuleException($"確認する人への説明は{LongestWords}文字までです。");
        (Step, Request, Approval) = (VersionStep.Asked, new(now, by, digest, words), null);
    }

    internal void Withdraw()
    {
        RefuseUnless(Step == VersionStep.Asked, "確認の依頼中ではありません");
        (Step, Request) = (Return is null ? VersionStep.Draft : VersionStep.SentBack, null);
    }

    internal void SendBack(string reason, Guid by, DateTimeOffset now)
    {
        RefuseUnless(Step is VersionStep.Asked or VersionStep.Approved, "確認の依頼中ではありません");
        RefuseOwn(by);
        (Step, Return, Approval) = (VersionStep.SentBack, new(now, by, Checked(reason, "差し戻す理由を書いてください。")), null);
    }

    /// <param name="seen">The digest of the words on the screen of who approves.</param>
    /// <param name="present">The digest of the words now.</param>
    internal void Approve(string seen, string present, Guid by, DateTimeOffset now)
    {
        RefuseUnless(Step == VersionStep.Asked, "確認の依頼中ではありません");
        RefuseOwn(by);
        if (seen != Request!.Digest || present != Request.Digest)
            throw new RuleException("内容が、見ていたものと違います。画面を読み込み直して、もう一度確かめてください。");
        (Step, Approval, Return) = (VersionStep.Approved, new(now, by, present), null);
    }

    internal void Reopen()
    {
        RefuseUnless(Step == VersionStep.Approved, "本人の確認を待っている版ではありません");
        (Step, Approval, Request) = (VersionStep.Draft, null, null);
    }

    internal void Establish(VersionConfirmation confirmation, VersionWay way)
    {
        RefuseUnless(way == VersionWay.OnlyDates ? Step.IsOpen : Step == VersionStep.Approved, way == VersionWay.OnlyDates ? "下書きではありません" : "承認されていません");
        if (way == VersionWay.Whole && confirmation.Digest != Approval!.Digest)
            throw new RuleException("承認された内容と、確かめた内容が違います。もう一度、確認の依頼から進めてください。");
        (Step, Confirmation, Way, EstablishedOn) = (VersionStep.Established, confirmation, way, confirmation.On);
    }

    /// <summary>Sets the day that stands on the paper; its words stay.</summary>
    internal void CorrectDay(DateOnly day) => (Confirmation, EstablishedOn) = (Confirmation! with { On = day }, day);

    /// <summary>Keeps the scan of the paper on which the client confirmed it, if it came later.</summary>
    /// <exception cref="RuleException">It was not confirmed on paper, or has a scan.</exception>
    internal void Keep(Guid scanId)
    {
        if (Confirmation is not { Way: ConfirmationWay.Paper } paper)
            throw new RuleException("スキャンは、本人が書面で確認した版につけます。");
        if (paper.ScanId is not null)
            throw new RuleException("この版には、もうスキャンがあります。画面を読み込み直してください。");
        Confirmation = paper with { ScanId = scanId };
    }

    internal void Drop()
    {
        RefuseUnless(Step.IsUnderWay, "途中の版ではありません");
        Step = VersionStep.Dropped;
    }

    /// <summary>Undoes <see cref="Drop"/>: what was asked or approved before has to be asked again.</summary>
    internal void BringBack()
    {
        RefuseUnless(Step == VersionStep.Dropped, "やめた版ではありません");
        (Step, Request, Approval) = (VersionStep.Draft, null, null);
    }

    /// <summary>Returns the reason trimmed.</summary>
    /// <exception cref="RuleException">It is missing or too long.</exception>
    internal static string Checked(string reason, string missing) => reason.Trim() switch
    {
        "" => throw new RuleException(missing),
        { Length: > LongestWords } => throw new RuleException($"理由は{LongestWords}文字までです。"),
        var words => words,
    };

    /// <summary>承認は作成者以外: who asked for it, or wrote in it, neither approves nor sends back.</summary>
    private void RefuseOwn(Guid by)
    {
        if (Request?.StaffId == by || Writers.Contains(by))
            throw new RuleException("この版を書いた人や、確認を依頼した人とは、別の人が承認します。");
    }

    private void RefuseUnless(bool isPossible, string why)
    {
        if (!isPossible)
            throw new RuleException($"{why}（いまは「{Step.InJapanese}」です）。画面を読み込み直してください。");
    }
}
