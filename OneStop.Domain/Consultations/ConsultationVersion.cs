namespace OneStop.Domain.Consultations;

/// <summary>版: the words of a record at one time. The first is rewritten until the record is confirmed; each later one was confirmed as it is.</summary>
public sealed class ConsultationVersion
{
    private ConsultationVersion() { }

    internal static ConsultationVersion Of(Guid consultationId, int number, ConsultationContent content, string reason, Guid staffId, DateTimeOffset now)
    {
        var version = new ConsultationVersion { ConsultationId = consultationId, Number = number, Reason = reason };
        version.Rewrite(content, staffId, now);
        return version;
    }

    public Guid ConsultationId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Why the version before was corrected; empty for the first.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }
    public Guid WrittenBy { get; private set; }
    public ConsultationMethod Method { get; private set; }
    public DateTimeOffset Begin { get; private set; }
    public DateTimeOffset End { get; private set; }
    public string Place { get; private set; } = "";
    public Guid StaffId { get; private set; }
    public int Minutes { get; private set; }
    public List<Guid> SubjectIds { get; private set; } = [];
    public string Complaint { get; private set; } = "";
    public string Assessment { get; private set; } = "";
    public string Support { get; private set; } = "";
    public string NextStep { get; private set; } = "";
    public DateOnly? NextStepOn { get; private set; }

    /// <summary>What the version says.</summary>
    public ConsultationContent Content => new()
    {
        Method = Method,
        Begin = Begin,
        End = End,
        Place = Place,
        StaffId = StaffId,
        Minutes = Minutes,
        SubjectIds = [.. SubjectIds],
        Complaint = Complaint,
        Assessment = Assessment,
        Support = Support,
        NextStep = NextStep,
        NextStepOn = NextStepOn,
    };

    /// <summary>Replaces the words; only the record calls it, and only while it is a draft.</summary>
    internal void Rewrite(ConsultationContent content, Guid staffId, DateTimeOffset now)
    {
        (WrittenAt, WrittenBy) = (now, staffId);
        (Method, Begin, End, Place) = (content.Method, content.Begin, content.End, content.Place);
        (StaffId, Minutes, SubjectIds) = (content.StaffId, content.Minutes, [.. content.SubjectIds]);
        (Complaint, Assessment, Support) = (content.Complaint, content.Assessment, content.Support);
        (NextStep, NextStepOn) = (content.NextStep, content.NextStepOn);
    }
}
