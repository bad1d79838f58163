namespace OneStop.Domain.Consultations;

/// <summary>助言: a senior's comment on a confirmed record, and the acknowledgement of whoever answers for the record.</summary>
public sealed class ConsultationComment
{
    /// <summary>The most characters.</summary>
    public const int Longest = 2000;

    private ConsultationComment() { }

    /// <summary>Writes a comment.</summary>
    /// <exception cref="RuleException">The record is no confirmed one, or the text is missing or too long.</exception>
    public static ConsultationComment On(Consultation consultation, string text, Guid staffId, DateTimeOffset now)
    {
        if (consultation.State != ConsultationState.Confirmed)
            throw new RuleException("助言は、確定した記録に書きます。");
        return new()
        {
            Id = Guid.CreateVersion7(now),
            ConsultationId = consultation.Id,
            Edition = consultation.Edition,
            Text = text.Trim() switch
            {
                "" => throw new RuleException("助言を書いてください。", nameof(Text)),
                { Length: > Longest } => throw new RuleException($"助言は{Longest}文字までです。", nameof(Text)),
                var words => words,
            },
            At = now,
            By = staffId,
        };
    }

    public Guid Id { get; private set; }
    public Guid ConsultationId { get; private set; }

    /// <summary>The version of the record that the comment is about.</summary>
    public int Edition { get; private set; }

    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }

    /// <summary>確認した: who answers for the record has read it; null if not yet.</summary>
    public ConsultationStep? Acknowledgement { get; private set; }

    /// <summary>Taken back by its writer before it was acknowledged; it is shown to nobody.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>確認しました: acknowledges the comment.</summary>
    /// <exception cref="RuleException">The person does not answer for the record.</exception>
    public void Acknowledge(Consultation consultation, Guid staffId, DateTimeOffset now)
    {
        if (!consultation.IsOf(staffId))
            throw new RuleException("助言の確認は、記録の担当者か書いた人が行います。");
        Acknowledgement ??= new(now, staffId);
    }

    /// <summary>Takes the comment back.</summary>
    /// <exception cref="RuleException">Somebody else wrote it, or it was acknowledged.</exception>
    public void TakeBack(Guid staffId, DateTimeOffset now)
    {
        if (staffId != By || Acknowledgement is not null)
            throw new RuleException("確認された助言や、ほかの人の助言は取り消せません。");
        TakenBackAt ??= now;
    }

    /// <summary>Undoes <see cref="TakeBack"/>.</summary>
    public void BringBack() => TakenBackAt = null;
}
