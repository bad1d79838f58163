using OneStop.Domain.Bookings;

namespace OneStop.Domain.Consultations;

/// <summary>
/// 相談記録: a consultation that was held, with a booking or without (仕様書 7(2)①). While it is a draft it is rewritten; once confirmed it is
/// fixed, and a correction is a further <see cref="ConsultationVersion"/> with its reason.
/// </summary>
public sealed class Consultation
{
    /// <summary>The most characters of the reason for a correction or a removal.</summary>
    public const int LongestReason = 200;

    private readonly List<ConsultationVersion> versions = [];

    private Consultation() { }

    /// <summary>Begins a draft.</summary>
    /// <param name="booking">The booking that promised the talk; null for a talk without one.</param>
    /// <param name="conversationId">The conversation in which the talk was held; null if it was not.</param>
    public static Consultation Draft(Guid clientId, Booking? booking, Guid? conversationId, ConsultationContent content, Guid staffId, DateTimeOffset now)
    {
        var consultation = new Consultation
        {
            Id = Guid.CreateVersion7(now),
            ClientId = clientId,
            BookingId = booking?.Id,
            ConversationId = conversationId,
            StartedAt = now,
            StartedBy = staffId,
            Edition = 1,
        };
        consultation.versions.Add(ConsultationVersion.Of(consultation.Id, 1, content, "", staffId, now));
        consultation.Show(content);
        return consultation;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid? BookingId { get; private set; }
    public Guid? ConversationId { get; private set; }

    /// <summary>Method, times and who held it, as the newest version says: what also those may know who may not read the words.</summary>
    public ConsultationMethod Method { get; private set; }

    public DateTimeOffset Begin { get; private set; }
    public DateTimeOffset End { get; private set; }

    /// <summary>The values by which reports group the begin.</summary>
    public ReportDay Day { get; private set; } = null!;

    /// <summary>かかった時間 in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>担当: the member of staff who held the talk.</summary>
    public Guid StaffId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The member of staff who began to write.</summary>
    public Guid StartedBy { get; private set; }

    /// <summary>The number of the newest version.</summary>
    public int Edition { get; private set; }

    /// <summary>確定: who confirmed the first version, and when; null for a draft.</summary>
    public ConsultationStep? Confirmation { get; private set; }

    public ConsultationRemoval? Removal { get; private set; }

    /// <summary>The next step was done: who recorded it, and when; null if it was not, or there is none.</summary>
    public ConsultationStep? NextStepDone { get; private set; }

    /// <summary>All versions, if loaded.</summary>
    public IReadOnlyList<ConsultationVersion> Versions => versions;

    public ConsultationState State => Removal is not null ? ConsultationState.Removed
        : Confirmation is not null ? ConsultationState.Confirmed
        : ConsultationState.Draft;

    /// <summary>The record as the form shows it; needs the loaded versions.</summary>
    public ConsultationWish Wish => ConsultationWish.Of(Newest.Content);

    private ConsultationVersion Newest => versions.Single(v => v.Number == Edition);

    /// <summary>Whether a member of staff answers for the record: who held the talk, or who wrote it. A manager does for all.</summary>
    public bool IsOf(Guid staffId) => staffId == StaffId || staffId == StartedBy;

    /// <summary>Rewrites a draft.</summary>
    /// <exception cref="RuleException">It is confirmed or removed.</exception>
    public void Rewrite(ConsultationContent content, Guid staffId, DateTimeOffset now)
    {
        Refuse(ConsultationState.Draft, "下書き");
        Newest.Rewrite(content, staffId, now);
        Show(content);
    }

    /// <summary>確定する: fixes the record.</summary>
    /// <exception cref="RuleException">It is no draft, or something that a record needs is missing.</exception>
    public void Confirm(Guid staffId, DateTimeOffset now)
    {
        Refuse(ConsultationState.Draft, "下書き");
        Newest.Content.RefuseUnlessWhole(now);
        Confirmation = new(now, staffId);
    }

    /// <summary>訂正する: adds a version. What was confirmed before stays readable.</summary>
    /// <exception cref="RuleException">It is not confirmed, the reason is missing, nothing differs, or something that a record needs is missing.</exception>
    public void Correct(ConsultationContent content, string reason, Guid staffId, DateTimeOffset now)
    {
        Refuse(ConsultationState.Confirmed, "確定した");
        var why = Checked(reason, "訂正する理由を書いてください。", nameof(ConsultationWish.Reason));
        content.RefuseUnlessWhole(now);
        var before = Newest.Content;
        if (content == before)
            throw new RuleException("前の版と同じ内容です。");
        Edition++;
        versions.Add(ConsultationVersion.Of(Id, Edition, content, why, staffId, now));
        Show(content);
        if ((content.NextStep, content.NextStepOn) != (before.NextStep, before.NextStepOn))
            NextStepDone = null; // another step
    }

    /// <summary>無効にする: a draft is dropped, a confirmed record is marked as entered by mistake.</summary>
    /// <param name="reason">May be empty for a draft.</param>
    /// <exception cref="RuleException">It is removed already, or the reason is missing.</exception>
    public void Remove(string reason, Guid staffId, DateTimeOffset now)
    {
        if (State == ConsultationState.Removed)
            throw new RuleException("この記録は、すでに無効です。");
        Removal = new(now, staffId, State == ConsultationState.Draft && reason.Trim().Length == 0 ? "" : Checked(reason, "無効にする理由を書いてください。"));
    }

    /// <summary>Takes the removal back.</summary>
    public void BringBack() => Removal = null;

    /// <summary>次の一手を済みにする.</summary>
    /// <exception cref="RuleException">The record is not confirmed, or has no next step.</exception>
    public void FinishNextStep(Guid staffId, DateTimeOffset now)
    {
        Refuse(ConsultationState.Confirmed, "確定した");
        if (Newest.NextStep.Length == 0)
            throw new RuleException("この記録には、次の一手がありません。");
        NextStepDone ??= new(now, staffId);
    }

    /// <summary>Takes the record that the next step was done back.</summary>
    public void ReopenNextStep() => NextStepDone = null;

    private void Show(ConsultationContent content)
    {
        (Method, Begin, End, Day) = (content.Method, content.Begin, content.End, ReportDay.Of(content.Begin));
        (Minutes, StaffId) = (content.Minutes, content.StaffId);
    }

    private void Refuse(ConsultationState unless, string words)
    {
        if (State != unless)
            throw new RuleException($"{words}記録ではありません（いまは「{State.InJapanese}」です）。画面を読み込み直してください。");
    }

    private static string Checked(string reason, string missing, string? field = null) => reason.Trim() switch
    {
        "" => throw new RuleException(missing, field),
        { Length: > LongestReason } => throw new RuleException($"理由は{LongestReason}文字までです。", field),
        var words => words,
    };
}
