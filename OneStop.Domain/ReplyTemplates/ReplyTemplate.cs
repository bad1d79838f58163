namespace OneStop.Domain.ReplyTemplates;

/// <summary>廃止: since when a template is offered no more, and who decided so.</summary>
public sealed record Retirement(DateTimeOffset At, Guid StaffId);

/// <summary>定型文: words for an answer, with what is filled in. Every wording that it ever had is kept as a <see cref="ReplyTemplateRevision"/>.</summary>
public sealed class ReplyTemplate
{
    private ReplyTemplate() { }

    /// <summary>A template's first wording.</summary>
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

    /// <summary>Counts the wordings, from 1.</summary>
    public int Edition { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }
    public Retirement? Retirement { get; private set; }

    /// <summary>What can be changed of it, with its folder read too.</summary>
    public TemplateWish Wish => new(Folder.IsShared, Folder.Name, Title, Reading, Body);

    /// <summary>Words it anew.</summary>
    /// <returns>False if it says so already.</returns>
    public bool Revise(TemplateWording wording, Guid staffId, DateTimeOffset now)
    {
        if ((Title, Reading, Body) == (wording.Title, wording.Reading, wording.Body))
            return false;

        (Title, Reading, Body) = (wording.Title, wording.Reading, wording.Body);
        (ChangedBy, ChangedAt) = (staffId, now);
        Edition++;
        return true;
    }

    /// <summary>Says again what an earlier edition said; that is an edition of its own.</summary>
    public bool Return(ReplyTemplateRevision earlier, Guid staffId, DateTimeOffset now) => Revise(earlier.Wording, staffId, now);

    /// <summary>Puts it into a folder, and so gives it to whom the folder belongs.</summary>
    public void MoveTo(TemplateFolder folder) => (FolderId, Folder) = (folder.Id, folder);

    /// <summary>廃止: offered no more; its history stays.</summary>
    public void Retire(Guid staffId, DateTimeOffset now) => Retirement ??= new(now, staffId);

    /// <summary>Offers it again.</summary>
    public void BringBack() => Retirement = null;

    /// <summary>The wording of now, to be kept.</summary>
    public ReplyTemplateRevision Keep() => ReplyTemplateRevision.Of(this);
}

/// <summary>One wording of a template: who wrote it, when, and what it said.</summary>
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

    /// <summary>What it said.</summary>
    /// <exception cref="RuleException">It names what is no longer filled in.</exception>
    public TemplateWording Wording => TemplateWording.Of(Title, Reading, Body);
}

/// <summary>How often one member of staff has used a template. A row for each, so that colleagues do not wait for each other's counting.</summary>
public sealed class ReplyTemplateUse
{
    private ReplyTemplateUse() { }

    /// <summary>Not used yet.</summary>
    public static ReplyTemplateUse Begin(Guid templateId, Guid staffId) => new() { TemplateId = templateId, StaffId = staffId };

    public Guid TemplateId { get; private set; }
    public Guid StaffId { get; private set; }
    public int Times { get; private set; }
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>Used once more.</summary>
    public void Again(DateTimeOffset now) => (Times, LastAt) = (Times + 1, now);
}
