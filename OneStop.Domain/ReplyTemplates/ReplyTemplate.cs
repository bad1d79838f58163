namespace OneStop.Domain.ReplyTemplates;

/// <summary>廃止: when a template was retired, and by whom.</summary>
public sealed record Retirement(DateTimeOffset At, Guid StaffId);

/// <summary>定型文: a text for answers, with variables. Each wording is kept as a <see cref="ReplyTemplateRevision"/>.</summary>
public sealed class ReplyTemplate
{
    private ReplyTemplate() { }

    /// <summary>Creates a template with its first wording.</summary>
    public static ReplyTemplate Write(TemplateFolder folder, TemplateWording wording, Guid staffId, DateTimeOffset now)
    {
        var template = new ReplyTemplate { Id = Guid.CreateVersion7(now) };
        template.MoveTo(folder);
        template.Revise(wording, staffId, now);
        return template;
    }

    public Guid Id { get; private set; }
    public Guid FolderId { get; private set; }
    public TemplateFolder Folder { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Reading { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>The number of the wording, from 1.</summary>
    public int Edition { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }
    public Retirement? Retirement { get; private set; }

    /// <summary>The template as the form shows it; needs the loaded folder.</summary>
    public TemplateWish Wish => new(Folder.IsShared, Folder.Name, Title, Reading, Body);

    /// <summary>Changes the wording.</summary>
    /// <returns>False if the wording is the same.</returns>
    public bool Revise(TemplateWording wording, Guid staffId, DateTimeOffset now)
    {
        if ((Title, Reading, Body) == (wording.Title, wording.Reading, wording.Body))
            return false;

        (Title, Reading, Body) = (wording.Title, wording.Reading, wording.Body);
        (ChangedBy, ChangedAt) = (staffId, now);
        Edition++;
        return true;
    }

    /// <summary>Restores the wording of an earlier edition, as a new edition.</summary>
    public bool Return(ReplyTemplateRevision earlier, Guid staffId, DateTimeOffset now) => Revise(earlier.Wording, staffId, now);

    /// <summary>Moves it into a folder, and so to the folder's owner.</summary>
    public void MoveTo(TemplateFolder folder) => (FolderId, Folder) = (folder.Id, folder);

    /// <summary>廃止: stops offering it; its history stays.</summary>
    public void Retire(Guid staffId, DateTimeOffset now) => Retirement ??= new(now, staffId);

    /// <summary>Offers it again.</summary>
    public void BringBack() => Retirement = null;

    /// <summary>Returns the present wording for the history.</summary>
    public ReplyTemplateRevision Keep() => ReplyTemplateRevision.Of(this);
}

/// <summary>A wording of a template: who wrote it, when, and its text.</summary>
public sealed class ReplyTemplateRevision
{
    private ReplyTemplateRevision() { }

    internal static ReplyTemplateRevision Of(ReplyTemplate template) => new()
    {
        TemplateId = template.Id,
        Edition = template.Edition,
        At = template.ChangedAt,
        StaffId = template.ChangedBy,
        Title = template.Title,
        Reading = template.Reading,
        Body = template.Body,
    };

    public Guid TemplateId { get; private set; }
    public int Edition { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid StaffId { get; private set; }
    public string Title { get; private set; } = "";
    public string Reading { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>The wording.</summary>
    /// <exception cref="RuleException">It contains a variable that does not exist any more.</exception>
    public TemplateWording Wording => TemplateWording.Of(Title, Reading, Body);
}

/// <summary>How often a member of staff has used a template. One row per person, so that concurrent counting causes no conflicts.</summary>
public sealed class ReplyTemplateUse
{
    private ReplyTemplateUse() { }

    /// <summary>Creates a counter of zero.</summary>
    public static ReplyTemplateUse Begin(Guid templateId, Guid staffId) => new() { TemplateId = templateId, StaffId = staffId };

    public Guid TemplateId { get; private set; }
    public Guid StaffId { get; private set; }
    public int Times { get; private set; }
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>Counts one use.</summary>
    public void Again(DateTimeOffset now) => (Times, LastAt) = (Times + 1, now);
}
